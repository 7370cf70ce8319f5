"""The 67 items as the domain file states them (section 5.2), one a line.

id | Japanese title | English title | kind | format | skills | from | to | minutes
"""

TABLE = """
T01 | カスタマーサクセス入門:サポート・営業との違い | CS fundamentals: support, sales and CS compared | explain | article | data_kpi mind_proactive | 0 | 1 | 30
T02 | サブスクリプションの収益構造とLTV | Subscription economics and LTV | explain | article | data_kpi | 1 | 2 | 45
T03 | KPI計算ドリル(NRR・解約率・維持率) | KPI drill: NRR, churn, retention | explain | quiz | data_kpi | 2 | 3 | 60
T04 | プロダクト基礎:主要機能と制約 | Product basics: core features and limits | explain | video | kn_product | 0 | 2 | 120
T05 | プロダクト実演の練習と講評 | Demo practice with critique | explain | roleplay | kn_product rel_communication | 2 | 3 | 90
T06 | 制約と今後の予定を誠実に伝える | Talking honestly about limits and roadmap | explain | workshop | kn_product rel_communication | 3 | 4 | 60
T07 | IT基礎:認証・権限・ブラウザ | IT basics: sign-on, permissions, browsers | explain | article | kn_it | 0 | 2 | 90
T08 | 連携とデータ取り込みの切り分け | Isolating integration and import faults | solve | workshop | kn_it con_problem | 2 | 3 | 90
T09 | 情報システム部門との技術対話 | Technical dialogue with the customer's IT team | solve | roleplay | kn_it con_problem | 3 | 4 | 90
T10 | 業界の読み方:顧客の収益源を描く | Reading an industry: how the customer earns | discover | worksheet | kn_industry data_analysis | 0 | 2 | 60
T11 | 顧客業務フロー図づくり | Drawing the customer's workflow | discover | worksheet | kn_industry con_issue | 2 | 3 | 90
T12 | 業界変化から論点を先に出す | Raising issues from industry change | discover | workshop | kn_industry con_issue | 3 | 4 | 120
T13 | 個人情報と契約情報の扱い(日・欧・米の要点) | Handling personal and contract data: JP, EU, US essentials | explain | article | data_privacy | 0 | 2 | 45
T14 | 情報取扱いの事例演習 | Privacy case practice | solve | quiz | data_privacy | 2 | 3 | 45
T15 | 保存期限と権限の設計 | Designing retention and access rules | solve | workshop | data_privacy data_customer | 3 | 4 | 90
T16 | 相手に合わせて説明する技術 | Explaining at the listener's level | explain | roleplay | rel_communication | 0 | 2 | 45
T17 | 一対多ウェビナーの設計と司会 | Designing and hosting one-to-many webinars | explain | workshop | rel_communication ops_content | 2 | 3 | 120
T18 | 動画・FAQ・手順書の作り方 | Making videos, FAQs and guides | explain | template | ops_content | 0 | 2 | 90
T19 | 一対多施策の効果検証 | Testing one-to-many programmes | discover | workshop | data_analysis ops_content | 3 | 4 | 120
T20 | ヒアリングシートの使い方 | Using a discovery sheet | discover | template | rel_listening | 0 | 2 | 45
T21 | 深掘り質問ロールプレイ | Probing-question role play | discover | roleplay | rel_listening con_issue | 2 | 3 | 60
T22 | 言葉にならない要望を確かめる | Testing for needs the customer has not voiced | discover | roleplay | rel_listening mind_proactive | 3 | 4 | 60
T23 | 営業からの引き継ぎ確認 | Sales-to-CS hand-over check | discover | checklist | ops_crossdept data_customer | 0 | 2 | 30
T24 | 顧客台帳の品質点検 | Account record quality audit | discover | checklist | data_customer data_tools | 2 | 3 | 60
T25 | ヘルススコア入門(導入・関係・活用・成果) | Health score basics (the four DEAR signals) | discover | article | data_health | 0 | 2 | 45
T26 | 兆候から行動を決める演習 | From signal to action | discover | workshop | data_health life_renewal mind_proactive | 2 | 3 | 60
T27 | ヘルススコアの設計と検証 | Designing and validating a health score | discover | workshop | data_health data_analysis | 3 | 4 | 150
T28 | 利用データ分析の基本 | Usage data analysis basics | discover | worksheet | data_analysis | 2 | 3 | 90
T29 | 課題を構造化する(論点の木) | Structuring an issue with trees | solve | worksheet | con_issue | 0 | 2 | 60
T30 | 原因切り分けの型 | A routine for isolating causes | solve | checklist | con_problem | 0 | 2 | 60
T31 | 導入キックオフの進め方 | Running a kickoff | solve | template | life_onboarding rel_stakeholder | 0 | 2 | 60
T32 | 導入計画づくりと進捗管理 | Onboarding plan and tracking | solve | template | con_pm life_onboarding | 2 | 3 | 90
T33 | 計画表の読み方・作り方 | Reading and drafting a plan | solve | template | con_pm | 0 | 2 | 45
T34 | 食い違いをほどくワークショップ進行 | Facilitating misaligned stakeholders | solve | roleplay | life_onboarding rel_involve con_pm | 3 | 4 | 120
T35 | サクセスジャーニーマップ作成 | Building a success journey map | solve | worksheet | life_journey | 0 | 3 | 120
T36 | 完了基準の見直しと運用 | Revising exit criteria | solve | workshop | life_journey ops_playbook | 3 | 4 | 90
T37 | 業務に組み込む活用提案 | Embedding the product in daily work | solve | worksheet | life_adoption | 0 | 3 | 90
T38 | 止まった活用を立て直す | Restarting stalled usage | solve | workshop | life_adoption mind_resilience | 3 | 4 | 90
T39 | 社内推進者(チャンピオン)を育てる | Growing customer champions | relate | template | rel_involve rel_trust | 2 | 3 | 60
T40 | クレーム・障害時の初動 | First response to complaints and outages | solve | roleplay | mind_resilience | 0 | 3 | 60
T41 | プレイブックの書き方 | Writing a playbook | solve | template | ops_playbook | 0 | 3 | 90
T42 | 開発に届くフィードバックの書き方 | Feedback that product teams can act on | solve | template | ops_feedback | 0 | 3 | 45
T43 | 信頼を積む定例会の運び方 | Regular calls that build trust | relate | checklist | rel_trust rel_involve | 0 | 2 | 60
T44 | 関係修復の進め方 | Repairing a damaged relationship | relate | roleplay | rel_trust | 3 | 4 | 90
T45 | 決裁者への接点づくりと依頼文 | Reaching decision makers, with request templates | relate | template | rel_stakeholder | 2 | 3 | 60
T46 | 経営層向け四半期報告会 | Quarterly business review for executives | relate | roleplay | rel_stakeholder life_value | 3 | 4 | 120
T47 | ユーザー会・コミュニティの始め方 | Starting a user community | relate | checklist | ops_community | 0 | 2 | 60
T48 | コミュニティを続ける仕掛け | Keeping a community alive | relate | workshop | ops_community | 2 | 4 | 90
T49 | 顧客から学ぶ会の開き方 | Hosting a learn-from-customers session | relate | template | mind_humble | 0 | 3 | 45
T50 | 学びを公開し他で使える形にする | Publishing what you learned so others can use it | relate | article | mind_humble | 3 | 4 | 30
T51 | 他部署の目標から始める連携 | Collaboration that starts from the other team's KPI | relate | workshop | ops_crossdept | 2 | 4 | 60
T52 | パートナー企業の立ち上げ支援 | Launching a partner firm | relate | checklist | ops_partner | 0 | 2 | 90
T53 | 成果の基準値づくりとROI算出表 | Baselines and the ROI sheet | promote | template | life_value | 0 | 3 | 90
T54 | 更新商談の準備と練習 | Preparing and rehearsing a renewal talk | promote | roleplay | life_renewal | 0 | 2 | 90
T55 | 解約申し出への対応演習 | Responding to a cancellation notice | promote | roleplay | life_renewal mind_resilience | 3 | 4 | 90
T56 | 拡大提案の時機と進め方 | Timing and pitching expansion | promote | roleplay | life_expansion con_proposal | 0 | 3 | 90
T57 | 稟議を通す提案書 | Proposals that pass internal approval | promote | template | con_proposal life_expansion | 3 | 4 | 120
T58 | 自動メール・アプリ内案内の設計 | Designing automated email and in-app guidance | promote | template | ops_content data_tools | 2 | 3 | 90
T59 | CRM・CSツール基本操作 | CRM and CS tool basics | explain | video | data_tools data_customer | 0 | 2 | 60
T60 | 業務自動化と連携設計 | Automating work and integrations | solve | workshop | data_tools | 3 | 4 | 150
T61 | 顧客分類とタッチモデル設計 | Segmentation and touch model design | solve | worksheet | ops_segment | 0 | 3 | 120
T62 | 工数配分シミュレーション | Capacity allocation simulation | solve | worksheet | ops_segment data_kpi | 3 | 4 | 120
T63 | ビジョンを言葉にする | Putting a vision into words | relate | worksheet | mind_vision | 0 | 3 | 60
T64 | KPIの意味を語り合う場づくり | Sessions that give KPIs meaning | relate | workshop | mind_vision | 3 | 4 | 90
T65 | 能力定義と1on1での育成 | Skill definitions and coaching in 1:1s | explain | template | mind_coaching | 0 | 3 | 120
T66 | 評価の目線合わせ演習 | Rater calibration workshop | discover | workshop | mind_coaching mind_humble | 3 | 4 | 90
T67 | 先回り行動の設計(予兆から次の一手へ) | Designing anticipatory actions | solve | worksheet | mind_proactive | 1 | 3 | 45
"""

FACTS = {row.split(" | ")[0]: tuple(row.split(" | ")[1:]) for row in TABLE.strip().splitlines()}
