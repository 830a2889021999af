#!/usr/bin/env bash
# A small company that has something for every kind of page, in Japanese as offices write it: example.sh PDCA
# Three months of `pdca init --example`, and upon them a KPI that gets worse, an issue and decisions that wait, a
# lesson offered to another department, a concept, an investment, and texts that would like to be markup.
set -euo pipefail
pdca=$1
me=$(id -un)
export PDCA_LANG=ja
tell() { "$pdca" "$@" --no-input >/dev/null; }
tell init --example
tell department add DEV '開発部 "A & B" <b>'
# Something gets worse: replies took 9 hours for half a year, and take 11 now.
tell kpi define backlog '未対応の問い合わせ' --unit 件 --direction down --cadence weekly -d SUPPORT
for week in $(seq 30 -1 1); do
  if [ "$week" -gt 7 ]; then value=$((40 + week * 7 % 5)); else value=$((55 - week)); fi
  echo "$(date -d "-$week weeks" +%F),$value"
done | "$pdca" kpi record SUPPORT/backlog --csv - --no-input >/dev/null
tell kpi define leads '見込み客' --unit 件 --direction up --cadence daily -d DEV
for day in $(seq 25 -1 1); do echo "$(date -d "-$day days" +%F),$((20 + day * 5 % 7))"; done \
  | "$pdca" kpi record DEV/leads --csv - --no-input >/dev/null
tell plan "$(printf 'とても長い題名%.0s' $(seq 20))" -d DEV --kpi leads --predict 24 --due +2w \
  --problem '</textarea><script>alert(1)</script>' --change '"><img src=x onerror=alert(1)>'
tell do DEV-1 "'"$'\xcc\x81''"<b>初稿</b>を3件作成 https://example.com/'"$(printf 'a%.0s' $(seq 120))" 45m
tell issue raise '顧客名を生成AIに入力してよいか <svg onload=alert(1)>' --to executive -d DEV
tell lesson propose SALES-L1 '同じ型の文書が多い部門' --to SUPPORT
tell value-area choose '提案業務' '受注に直結する' --invest '1200000 JPY'
printf '%s\n' 'department,title,task,byAI,byPeople,kpi,predicted,due,firstStep,firstStepBy' \
  "DEV,議事録の要約,会議の記録,録音から要約,確認と配布,leads,25,$(date -d '+6 weeks' +%F),1件で試す,$(date -d '+1 week' +%F)" \
  | "$pdca" concept import - --no-input >/dev/null
week=$(date +%G-W%V)
before=$(date -d '-1 week' +%G-W%V)
tell review open "$before" -d SUPPORT
tell review decide "SUPPORT-$before" '夜間の当番を増やす' --owner "$me" --due +1w
tell review close "SUPPORT-$before"
tell review open "$week" -d DEV
tell review decide "DEV-$week" '手順書を配る' --owner "$me" --due +1w
