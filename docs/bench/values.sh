# What append.sql and insert.sql bind beside their random numbers: every value comes with the
# execution, as a client sends it; a literal would be made ready once, with the statement. Sourced.
# Streams' numbers, of nine digits, come from a permutation, so that no two are the same: i counts a client's, and
# base is another for each run.
values=(
  -D i=0 -D base=0
  -D version=1 -D type=ActionLogged -D schema=1 -D ordinal=0 -D actor=postgres
  -D at=2026-11-27T09:15:00.123456Z -D salt='\x'"$(printf '%032d' 0)" -D hash='\x'"$(printf '%064d' 0)"
  -D salts='{"/text":"00000000000000000000000000000000"}'
  -D payload='{"minutes":30,"text":"Asked the model for a first draft of the proposal and checked the figures"}'
)
