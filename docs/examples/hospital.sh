#!/usr/bin/env bash
# One true story, from plan to the next training design, on a database of its own.
#
# The observations are real: monthly counts of hospital-acquired C. difficile infections and risk
# days of Amager Hvidovre Hospital, November 2012 to October 2015 (Danish Health Data Authority;
# dataset `cdi` of the R package qicharts2). An intervention began in November 2014. Plan, actions
# and words around the figures are ours, to show how such a cycle is kept.
#
# Usage: hospital.sh PATH-TO-PDCA [en|ja]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
pdca=$(realpath "${1:?usage: hospital.sh PATH-TO-PDCA [en|ja]}")
language=${2:-${PDCA_LANG:-en}}

# A database and a configuration of their own: yours are left alone.
export PDCA_HOME=${TMPDIR:-/var/tmp}/pdca-story-$(id -u)
export XDG_CONFIG_HOME=$PDCA_HOME.config
export PDCA_DEPARTMENT=IPC PDCA_LANG=$language
unset PDCA_DATABASE_URL PDCA_USER
"$pdca" database stop >/dev/null 2>&1 || true
rm -rf "$PDCA_HOME" "$XDG_CONFIG_HOME"

bold=$([ -t 1 ] && printf '\033[1m' || true)
plain=$([ -t 1 ] && printf '\033[0m' || true)
say() { if [ "$language" = ja ]; then printf '\n%s■ %s%s\n' "$bold" "$2" "$plain"; else printf '\n%s# %s%s\n' "$bold" "$1" "$plain"; fi; }
# The words around the figures, in the language of the story.
t() { if [ "$language" = ja ]; then printf '%s' "$2"; else printf '%s' "$1"; fi; }
quietly() { "$pdca" "$@" --no-input >/dev/null; }
quoted() { case $1 in *[!A-Za-z0-9_./:+=-]*|'') printf " '%s'" "$1" ;; *) printf ' %s' "$1" ;; esac; }
show() {
  printf '%s$ pdca' "$bold"
  for word in "$@"; do quoted "$word"; done
  printf '%s\n' "$plain"
  "$pdca" "$@"
}

say "An organization, two departments, three people" "組織、部門、メンバーを登録します"
quietly init 'Amager Hvidovre Hospital' --head BOARD --head-name "$(t 'Board' '経営会議')" \
  --time-zone Europe/Copenhagen --fiscal-year-start 1 --layer promoter
quietly department add IPC "$(t 'Infection prevention and control' '感染対策室')"
for member in holm:executive:BOARD dahl:promoter:IPC friis:field:IPC; do
  IFS=: read -r account layer home <<<"$member"
  quietly database login "$account"
  quietly member add "$account" "$home" "$layer"
done
show member list

say "A vision stands on a management outcome, observed each month" "ビジョンは成果のKPIで測ります(毎月の実績値)"
quietly kpi define cdi "$(t 'C. difficile infections' '院内感染(C. difficile)')" --unit "$(t 'per 10,000 risk days' '件/1万リスク日')" --direction down \
  --cadence monthly --kind outcome --measure count --on 2012-10-31
quietly kpi target cdi 6 --by 2015-12-31 --on 2012-10-31
quietly vision declare "$(t 'No patient leaves with an infection that the hospital gave' '病院で感染した患者を一人も帰さない')" --kpi IPC/cdi \
  --on 2012-10-31 --user holm
show kpi record cdi --csv - < <(head -n 25 "$here/hospital/infections.csv")

say "Plan, with a numeric prediction, before the first action" "計画: 実施の前に数値で予測します"
show plan "$(t 'Bundle against C. difficile' '感染対策バンドルの導入')" --kpi cdi --predict 8 \
  --problem "$(t 'Thirteen infections per 10,000 risk days, and no sign of change in two years' '1万リスク日あたり13件の感染があり、2年間変化が見られない')" \
  --change "$(t 'Fewer broad antibiotics, isolation on suspicion, chlorine cleaning' '広域抗菌薬の削減、疑い時点での隔離、塩素による清掃')" \
  --from 2014-11-01 --to 2015-10-31 --due 2015-11-30 --on 2014-10-31 --user dahl --no-input

say "Do: one line each" "実施: 一行ずつ記録します"
quietly do IPC-1 "$(t 'New antibiotic policy taught on all wards' '新しい抗菌薬の方針を全病棟で説明')" --minutes 90 --on 2014-11-03 --user friis
quietly do IPC-1 "$(t 'Isolation on suspicion, before the test result' '検査結果を待たず、疑いの時点で隔離')" --on 2014-11-10 --user friis
quietly do IPC-1 "$(t 'Chlorine cleaning of rooms after discharge' '退院後の病室を塩素で清掃')" --minutes 60 --on 2014-11-17 --user friis
quietly do IPC-1 "$(t 'Weekly feedback of figures to each ward' '病棟ごとの件数を毎週共有')" --on 2014-11-24 --user dahl
show do IPC-1 "$(t 'Refresher for night staff' '夜勤者向けの再説明')" --minutes 45 --on 2015-02-09 --user friis

say "Check: twelve months later, with the observations as evidence" "評価: 12か月後、実績値で判定します"
quietly kpi record cdi --csv - < <(sed -n '1p;26,37p' "$here/hospital/infections.csv")
show check IPC-1 --evidence "$(t 'Twelve months of infections against risk days' '12か月分の感染件数とリスク日数')" --on 2015-10-30 --user dahl

say "Act: a person decides" "改善: 判断は人が行います"
show act IPC-1 adopt "$(t 'The level fell and stayed; the bundle becomes standard' '水準が下がり維持されたため、標準とする')" --on 2015-10-30 --user dahl

say "The lesson, validated by someone else than its author" "教訓: 作成者以外が確認します"
quietly lesson draft "$(t 'A bundle works when wards see their own figures each week' '病棟が毎週自分たちの数字を見ると、バンドルは定着する')" --cycle IPC-1 \
  --conditions "$(t 'Wards with steady staff and a named promoter' '職員の入れ替わりが少なく、推進役が決まっている病棟')" \
  --suggestion "$(t 'Start with feedback in week one; teach the bundle on the ward, not in a hall' '初週から数字を共有し、講堂ではなく病棟で教える')" \
  --rationale "$(t 'The level fell below the prediction and stayed there for a year' '水準が予測を下回り、1年間維持された')" \
  --for-training --on 2015-10-31 --user friis
show lesson validate IPC-L1 --on 2015-10-31 --user dahl

say "The review of that month is written; people decide in it" "その月のレビューは自動で作成されます。決めるのは人です"
quietly review open 2015-10 --on 2015-11-02T08:00:00Z --user dahl
quietly review decide IPC-2015-10 "$(t 'Roll the bundle out to the other wards' 'バンドルを他の病棟へ展開する')" \
  --owner dahl --due 2016-01-31 --on 2015-11-02T08:30:00Z --user holm
show review month 2015-10

say "A person fixes new limits, with cause and evidence" "基準改定は人が、原因と根拠を添えて行います"
show kpi rebase cdi "$(t 'The bundle of IPC-1 began' 'IPC-1 のバンドル開始')" \
  "$(t 'Level fell from 13.0 to 5.0 per 10,000 risk days over twelve months' '12か月で1万リスク日あたり13.0件から5.0件に低下')" --on 2014-11 --user dahl

say "What the chart says: signal, not noise" "管理図: 変化とばらつきを見分けます"
show kpi chart cdi

say "What changed gets a note: here a good month, years ago" "変化には見解を残します(ここでは過去の一時的な低下)"
show review acknowledge IPC-2015-10 --all --on 2015-11-02T08:45:00Z --user dahl \
  --note "$(t 'One good month, a third of the usual; it did not last, and nobody found out why' '1か月だけ通常の3分の1に下がった。続かず、理由は分かっていない')"

say "Then the review can close; what it was is pinned by a hash" "レビューを締めます(内容はハッシュで固定されます)"
show review close IPC-2015-10 --on 2015-11-02T09:00:00Z --user dahl

say "The next training design can't be approved while the lesson waits" "教訓に答えないと次の研修設計は承認できません"
export PDCA_DEPARTMENT=BOARD
quietly design draft "$(t 'Infection prevention 2016' '感染対策研修 2016')" --for executive --for promoter --for field \
  --item "$(t 'Reading your own ward’s chart' '自病棟の管理図の読み方')" --on 2015-12-01 --user holm
show design approve BOARD-D1 --on 2015-12-02 --user holm || true
quietly design incorporate BOARD-D1 IPC-L1 --item 1 --on 2015-12-03 --user holm
show design approve BOARD-D1 --on 2015-12-04 --user holm
quietly design schedule BOARD-D1 "$(t 'Joint session: read, decide, try' '合同研修: 読む・決める・試す')" --on 2016-01-12 \
  --for executive --for promoter --for field --item 1 --user holm
show design trace IPC-L1

say "Go on by hand" "続きはご自身でどうぞ"
cat <<TEXT
  export PDCA_HOME=$PDCA_HOME XDG_CONFIG_HOME=$XDG_CONFIG_HOME PDCA_DEPARTMENT=IPC
  alias pdca=$pdca
  pdca cycle show IPC-1
  pdca log --limit 20
  pdca review month 2015-10 --format markdown
  pdca kpi chart cdi --format svg --output cdi.svg
  pdca review month 2015-10 --lang ja
TEXT
