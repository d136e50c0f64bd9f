"""Which organizations and projects are found where: a line is a text, the organizations, the projects.

Add a line for every new phenomenon; every place, firm and school here is made up or of common knowledge.
"""

from __future__ import annotations

import pytest
from name_finding import RULES, find, names

from policytag.patterns.wordlists import Entry
from policytag.taggers.names import NameRules

CASES = """
# heads and left edges
建成投用澄溪水库。 | | 澄溪水库
加快推进临澜至白石铁路建设 | | 临澜至白石铁路
澄溪自来水厂二期改造项目通水 | | 澄溪自来水厂二期改造项目
我们新建白石岭隧道 | | 白石岭隧道
轨道5号线二期开工建设 | | 轨道5号线二期
建设改造新华大道 | | 新华大道
推动区消防救援局挂牌 | 区消防救援局 |
深化与江澜农业大学战略合作 | 江澜农业大学 |
区第十二届人民代表大会第三次会议 | 区第十二届人民代表大会 |
# one body inside the name of its work
完成澄溪小学迁建 | 澄溪小学 | 澄溪小学迁建
市五院迁建工程封顶 | 市五院 | 市五院迁建工程
加快江澜农业大学临澜校区建设 | 江澜农业大学 | 江澜农业大学临澜校区
建成投产远帆180万羽肉鸭项目 | 远帆 | 远帆180万羽肉鸭项目
依澜安派特研发中心等外资项目开工 | 依澜安派特 | 依澜安派特研发中心
望雷炼化一体化工程开工 | | 望雷炼化一体化工程
# a body that is named by its sort alone is one in a county's report
支持中心医院创建三级医院 | 中心医院 |
# what is said of bodies only makes an organization of a centre or a laboratory, unless it is built as well
国家澜纤新材料技术创新中心、海洋探测技术创新江澜分中心获批 | 国家澜纤新材料技术创新中心、海洋探测技术创新江澜分中心 |
澜鹤国家保护研究中心落户澄溪，江澜跨境再保险交易中心启动运行 | 澜鹤国家保护研究中心、江澜跨境再保险交易中心 |
望澜可持续林业国际培训基地在澄溪挂牌成立，澜岭实验室正式揭牌 | 望澜可持续林业国际培训基地、澜岭实验室 |
国家草原生态技术创新中心揭牌，3个技术创新中心获批 | 国家草原生态技术创新中心 |
成立生态环境领域重点实验室联盟，组建产业技术创新联盟 | 生态环境领域重点实验室联盟 |
澜桥海外发展服务中心揭牌成立 | 澜桥海外发展服务中心 |
望澜冰上运动中心获批开工，澜岭创新中心建成投用 | | 望澜冰上运动中心、澜岭创新中心
设立省海洋经济发展促进中心，推进中心城区绿化 | 省海洋经济发展促进中心 |
# coordination
推进澄溪水库、白石大桥、临澜隧道等项目 | | 澄溪水库、白石大桥、临澜隧道
澄岭水务集团有限公司3亿元债券获批 | 澄岭水务集团有限公司 |
引进远帆电子、海岳科技等企业 | 远帆电子、海岳科技 |
远帆、海岳等12家企业上榜 | 远帆、海岳 |
远帆电子、星禾新材等项目开工 | | 远帆电子、星禾新材
推进万澄、澄吉高铁前期工作 | | 万澄、澄吉高铁
完成白石、澄溪、临澜燃气管道更新改造工程 | | 白石、澄溪、临澜燃气管道更新改造工程
深化与华岳大学、第二师范学院合作 | 华岳大学、第二师范学院 |
远帆铜业二期，海岳水泥三期，星禾铝材等项目建成投产 | | 远帆铜业二期、海岳水泥三期、星禾铝材
与海岳科技共建实验基地 | 海岳科技 |
华澄、昭禾、姚岭等高速公路全线通车 | | 华澄、昭禾、姚岭
建成白石水库、望澜楼、澄溪大桥 | | 白石水库、望澜楼、澄溪大桥
开工建设远帆乙烯、海岳芳纶等总投资230亿元的化工项目 | | 远帆乙烯、海岳芳纶
# a verb of building or a stage around work that is done to something without a head
完成远钢脱硝改造 | | 远钢脱硝改造
白江航道扩能升级和澄水水库泄洪河道整治工程加快推进 | | 白江航道扩能升级、澄水水库泄洪河道整治工程
大澄山片区矿渣治理修复取得阶段成效 | | 大澄山片区矿渣治理修复
澄湖出流改道完成工程量的72% | | 澄湖出流改道
澄吉高速完成投资25亿元 | | 澄吉高速
远耀污水处理工程完成投资的37% | | 远耀污水处理工程
完成冷链监管场所项目建设，加快光伏项目建设 | | 冷链监管场所项目
开展杆箱整治，完成红树林修复 | |
# a part of the city begins the name of a project, not that of a street
主城区供热管网改造扩建工程开工，改造主城区澄溪大街 | | 主城区供热管网改造扩建工程、澄溪大街
# customary names
时代广场竣工 | | 时代广场
城投商务中心、临澜商务中心等9个项目动工 | | 城投商务中心、临澜商务中心
建设物流枢纽，加快新能源示范区建设 | |
# one of its kind in a county or city, where it is built; ordinary words in a list of projects
青少年活动中心、文化艺术中心建成投用 | | 青少年活动中心、文化艺术中心
开工远帆新材料、长城互联西部基地、节能门窗产业集聚发展基地等项目 | | 远帆新材料、长城互联西部基地、节能门窗产业集聚发展基地
做好远帆集团煤炭转化等项目 | 远帆集团 | 远帆集团煤炭转化
新建和改造提升澄溪公园 | | 澄溪公园
远帆技改、海岳制氧装置和中粮速冻米粉等项目春季投产 | | 远帆技改、海岳制氧装置、中粮速冻米粉
# lines
怀澄线、十白线加快建设，胜利路一线整治 | | 怀澄线、十白线
澄溪地铁7、8号线及磁浮快线开通，13号线西延伸开工 | | 澄溪地铁7、8号线、13号线西延伸
武澄、汕吉高速临澜段建成通车 | | 武澄、汕吉高速临澜段
长澄娄、长白等高速通车 | | 长澄娄、长白
地铁1、2、3号线开工 | | 地铁1、2、3号线
# what a work costs is no part of its name; what has its own cost needs nothing particular
投资836万元的望澜养老院、550万元澄溪社区文体馆项目完工 | | 望澜养老院、澄溪社区文体馆项目
总投资2.6亿元的排水主管网改造、915万元的旧有公寓供热改造、480万元的校园客车更换等项目完成 | | 排水主管网改造、旧有公寓供热改造
# 和 at the end of a name, a character that is an adjective elsewhere inside one
建成澄水至忠和、白岭至望澜等高速公路 | | 澄水至忠和、白岭至望澜
维多澜广场开工，原雷澜大厦改造开工 | | 维多澜广场、雷澜大厦改造
# what stands between 等 and the noun, what is said of the list after it
文化艺术中心等三大场馆、交投公司综合楼动工 | | 文化艺术中心、交投公司综合楼
确保远澜惠、澄多利等在建项目投产 | | 远澜惠、澄多利
澄溪煤矿扩能改造全面完成 | | 澄溪煤矿扩能改造
启动临吉城际铁路项目前期工作 | | 临吉城际铁路项目
# members with ordinary names in a county's list of projects; a name of a place before a shared head
水路客运总站、环卫调度中心等重点项目提速 | | 水路客运总站、环卫调度中心
推进镇坪、望州机场等项目建设 | | 镇坪、望州机场
# sorts of things, programmes, products
实施标准化幼儿园、专业4S店项目 | |
完成自治区级物流园区审批，重点推进省重点节水项目 | |
重大交通基础设施项目推进，盘活区域性农业服务中心 | |
洽谈食品机械维修及修造船等一批项目 | |
推进重大现实题材、文艺精品等创作工程 | |
清查专项债券项目，实施妇女小额贷款项目 | |
妇幼保健院基础设施项目封顶 | 妇幼保健院 | 妇幼保健院基础设施项目
# a quoted name behind a firm or a square; a work before a quoted programme
望澜广场“澜心汇谷”、科澜“智汇加速中心”等项目落户 | | 澜心汇谷、智汇加速中心
启动望澜植物园“两湖三岛”工程 | | 望澜植物园
# what is said of works that are under way
澄溪商贸城动工建设，白吉高速澄溪段进入路面施工阶段，望澜大桥通过交工验收 | | 澄溪商贸城、白吉高速澄溪段、望澜大桥
年内基本完成望澜图书馆、澄溪纪念馆建设任务 | | 望澜图书馆、澄溪纪念馆
远帆16万吨铅冶炼项目通过环评，澄溪博物馆新馆建成 | | 远帆16万吨铅冶炼项目、澄溪博物馆新馆
望运、泰澜等物流基地项目加快建设 | | 望运、泰澜
加快空港物流园建设，做好万达开一体化 | | 空港物流园
# work that is done to a building, and what a firm will make, in a list of projects
推进望澜医院迁建、车站分院升级改造等工程 | | 望澜医院迁建、车站分院升级改造
铜铝公司3万吨铝合金棒、白石水厂等项目开工 | | 铜铝公司3万吨铝合金棒、白石水厂
开工半澜北等海上风电项目 | | 半澜北
完成望澜路网改造，投资4亿元实施了标准化幼儿园 | | 望澜路网改造
启动诚信政府建设攻坚工程和现代农业产业园区建设，深化贸易通道互联互通 | |
# a verb that says nothing of building ends a member of a list
加快远澜煤炭综合利用、白石河清淤等项目建设 | | 远澜煤炭综合利用、白石河清淤
澄中模具市场建成，引入望澜文化度假城项目 | | 澄中模具市场、望澜文化度假城项目
# an aim is no work, unless a particular name ends in a word of works alone
打造望澜片区城乡融合示范区、美丽田园小镇，打造澄溪大剧院 | | 澄溪大剧院
# one name around 与 or 暨, a line before the name of its crossing
加快海洋科学与深海智能产业园建设，开工消防指挥中心暨战澜基地 | | 海洋科学与深海智能产业园、消防指挥中心暨战澜基地
启动108国道澄岭段改造工程，X062县道提级改造完工 | | 108国道澄岭段改造工程、X062县道提级改造
改造澄岭路、昭禾路等干线路网 | | 澄岭路、昭禾路
投用高速公路重庆东互通，推动机场跑道延长项目 | | 重庆东互通、机场跑道延长项目
支持望澜园等企业参与展会 | 望澜园 |
# new bodies
成立产业研究院和城市公共事务管理局 | 产业研究院、城市公共事务管理局 |
成立领导小组和研究院 | |
全省首家竹产业技术研究院成立 | 竹产业技术研究院 |
企业大学和研究机构组建联盟，做好街道办事处、小区组建 | |
成立环澄江发展服务局，组建澄水治理总指挥部 | 环澄江发展服务局、澄水治理总指挥部 |
# bodies of the party and of state by their level and place
在中共昆明市委领导下，按照会议精神和市委部署 | 中共昆明市委 |
由省委信访局、省市场监管局和市工业和信息化局牵头 | 省委信访局、省市场监管局、市工业和信息化局 |
做实城投公司，成立小额贷款公司 | 城投公司 |
# firms without a telling end
盟澄电子、信岳通信入选示范名单，澄东铝业实施重组 | 盟澄电子、信岳通信、澄东铝业 |
# what products and culture do as well makes no firm of them; nor is there an office in 办 before 公
红岩文化进入课堂，澄溪文化进入校园 | |
昆曲文化荣获金奖。客家文化成为亮点 | |
昆曲文化入选名录。澄溪花卉上榜 | |
澄溪茶叶获评金奖。梅山茶叶进入市场 | |
澄溪花卉成为支柱产业。临澜煤炭进入市场 | |
远帆通信增资。 | 远帆通信 |
建设市外办公楼、市招商办公楼。区外办公室搬迁 | |
县委外办牵头 | 县委外办 |
省委改革办公布名单，澄溪市委组织部牵头 | 省委改革办、澄溪市委组织部 |
县政府督查室、自治区党委信访局、省人大常委会办公厅联合督查 | 县政府督查室、自治区党委信访局、省人大常委会办公厅 |
制定市招商办法，加快信访办理，健全县项目办事流程 | |
办理市人大议案和省人大代表建议 | 市人大 |
扶持大草原乳业、海岳乳业等加工企业，引导远耀、第二百货等企业升级 | 大草原乳业、海岳乳业、远耀、第二百货 |
重组交投、澄发、国资运营等省属企业 | 交投、澄发 |
加强制糖、印染、酿酒、赤磷等企业监测，引导基金投早、投小、投硬核技术 | |
# a firm before what only firms make, have or can do
开工鑫澄预制菜、远耀镍合金等项目 | 鑫澄、远耀 | 鑫澄预制菜、远耀镍合金
推进盘岭村养殖场、澄溪水厂建设 | | 盘岭村养殖场、澄溪水厂
建成投产澄禾300万羽、绿岳100万羽蛋鸡项目 | 澄禾、绿岳 | 澄禾300万羽、绿岳100万羽蛋鸡项目
开工恒力重工二期 | 恒力重工 | 恒力重工二期
# bodies of a level that touch are two; an officer is no body
自治区人大政协鼎力相助修渠，黔江区委黔江区政府部署 | 自治区人大、黔江区委、黔江区政府 |
市政协办公室牵头，成立了市政务服务中心，请全国政协委员提意见 | 市政协办公室、市政务服务中心 |
# members that share the head of an organization
支持昭岭、澜山、昭湖实验室承担任务，推动澜泰、海禾、远帆集团重组 | 昭岭、澜山、昭湖实验室、澜泰、海禾、远帆集团 |
澄溪第一、第二中学获奖 | 第二中学 |
澜湾、靠岭社区卫生服务中心获奖 | 澜湾、靠岭社区卫生服务中心 |
在上海、澄溪大学设点 | 澄溪大学 |
支持韶帆、澜能、澄月光、利民制药等支柱性企业 | 韶帆、澜能、澄月光、利民制药 |
# a school that is called after a street; 建设, 发展 and 开放 are verbs before ordinary words
学府路中学、胜利街小学获奖 | 学府路中学、胜利街小学 |
推进建设社区卫生服务中心，发展小学教育，开放学校体育场馆，创新开发区体制 | |
建设小学获奖 | 建设小学 |
# what follows a head makes another word of its end
省宣传部署会议，市公安局势平稳，县发展研究中心城市，区服务站点，市组织部门 | |
市宣传部牵头，怀澜国家实验室内蒙古基地，澄川研究院落地 | 市宣传部、怀澜国家实验室、澄川研究院 |
# firms beside a firm
澜莎控股、铁岭牛集团、澜展生物成功上市 | 澜莎控股、铁岭牛集团、澜展生物 |
优化政务服务中心取号方式 | 政务服务中心 |
# words that make classes, verbs before a name
全面实行乡级卫生院改革，推动政府性融资担保公司和市管开发区改革，试点独资医院 | |
广州两市政府签约，澜江上市公司增加，以荷花嘉年华为中心 | |
着手处置划拨市开发投资公司的旧厂房，设立尚澜自然科学研究院 | 市开发投资公司、尚澜自然科学研究院 |
澄溪市中心城新区扩建，加快富民行动中心城镇建设 | |
# what a name is, how many there are, where it is stationed
引进大型有色金属冶炼企业澄川集团 | 澄川集团 |
创办第一家村镇银行——澄溪国民村镇银行 | 澄溪国民村镇银行 |
澄通试点医院达64所，鼓励驻青大学发展 | |
# places of autonomous peoples and of the world
延边开放大学与德国澜德公司合作 | 延边开放大学、德国澜德公司 |
# marks inside a name
建成白石河“碧水长廊”三期工程 | | 白石河“碧水长廊”三期工程
建成远帆（临澜）智算中心 | | 远帆（临澜）智算中心
与中国岩土科学院（澄溪分院）合作 | 中国岩土科学院、澄溪分院 |
# a number says that a list ends; one in quotation marks does not
澄溪钢铁、白石核电两大项目和望澜、昭禾两个市民广场开工 | | 澄溪钢铁、白石核电、望澜、昭禾
建成远帆“五个一流”项目，改造北三大街 | | 远帆“五个一流”项目、北三大街
完成昭禾大街和望澜路两处市民公园建设 | | 昭禾大街、望澜路
# 项目 after the last of several firms says what all are; what begins with a capacity is one of a list of projects
远帆集团、海岳集团和星禾新能源汽车项目加快建设 | 远帆集团、海岳集团 | 远帆集团、海岳集团、星禾新能源汽车项目
推进澄川露天煤矿、300万吨褐煤提质等项目 | | 澄川露天煤矿、300万吨褐煤提质
# a stage of a project or of a building, 项目 after a street
动工兴建新区医院二期工程，铜镍项目一期完工，推进澄溪大道项目建设 | | 新区医院二期工程、铜镍项目一期、澄溪大道项目
# what is done to a building needs no verb
支持澄溪造船厂搬迁改造，关注澄溪大桥改造 | | 澄溪造船厂搬迁改造、澄溪大桥改造
# when it is done is no part of its name
澄溪公园10月份投入使用，确保望澜活动中心年内主体完工 | | 澄溪公园、望澜活动中心
# 和 after what is said of works
推进白石供水工程前期工作和红岭湖水库连通工程 | | 白石供水工程、红岭湖水库连通工程
# a facility of the place of the one before it, an airport with the work of the one after it
市档案馆、博物馆、文化中心建成开放，推进昭通、望州机场改扩建，启动白石机场三期和昭通、望州机场改扩建 | | 市档案馆、博物馆、文化中心、昭通、望州机场改扩建、白石机场三期、昭通、望州机场改扩建
# a pair of verbs before 工程 is one name; weak heads alone before 项目 are a class
完成白石岭东段流域保护和修复工程，加快风电光伏项目建设 | | 白石岭东段流域保护和修复工程
# more ways to say that works go on or are done
白石大桥春节前可建成通车，望澜机场进度过半，澄溪港区纳入国家规划，强力推进昭禾大道 | | 白石大桥、望澜机场、澄溪港区、昭禾大道
完成澄溪公园环境提升、望澜污水厂扩容提标 | | 澄溪公园环境提升、望澜污水厂扩容提标
开工建设宣岭、望澜大型水库，建成市福利中心、敬老院 | | 宣岭、望澜大型水库、市福利中心、敬老院
勐澜公路口岸对外开放 | |
# plain names beside a sure one in a county's list of works; what a county has one of
完成望澜水厂扩建、污水处理厂提标改造，推进鹰澜智慧城、云计算中心等项目 | | 望澜水厂扩建、污水处理厂提标改造、鹰澜智慧城、云计算中心
推进老旧房屋综合改造和城市道路改造，新建天然气管道 | |
实施高标准农田建设项目，加快科技企业孵化器建设，建设垃圾中转站 | |
# work of the second kind after a stretch, verbs that are names of works as well
G15澄溪至望澜段改扩建、G25白石段扩容开工，引澄济望工程全线通水 | | G15澄溪至望澜段改扩建、G25白石段扩容、引澄济望工程
提升改造澄溪广场，完成望澜广场提升改造，打通澄溪路、望澜路等断头路 | | 澄溪广场、望澜广场提升改造、澄溪路、望澜路
# nouns of lists of works
加快澄溪畜禽交易、望澜蔬菜等专业市场建设，启动昭禾、白石等物流园建设，实现县县通高速公路 | | 澄溪畜禽交易、望澜蔬菜、昭禾、白石
汾澜、浮临高速建成通车 | | 汾澜、浮临高速
# found by its context once, found again
引进星禾传动、海岳科技等企业。星禾传动获奖。 | 星禾传动、海岳科技、星禾传动 |
# a member of a list shares the place of the one before it
深化与江澜航空大学、财经大学、林业大学等合作 | 江澜航空大学、财经大学、林业大学 |
完工新华中学、实验中学 | 新华中学、实验中学 | 新华中学、实验中学
发挥京东探索研究院作用 | 京东探索研究院 |
# a conjunction is no part of a name
大力支持和区政协履职 | 区政协 |
推动组建和盛京银行入驻 | 盛京银行 |
和盛集团竣工 | 和盛集团 |
引进远帆电子、海岳科技等一批重点企业 | 远帆电子、海岳科技 |
远帆电子、海岳科技等企业、澄溪小学迁建竣工 | 远帆电子、海岳科技、澄溪小学 | 澄溪小学迁建
14号线、18号线开工 | | 14号线、18号线
新建2024年5月白石大桥 | | 白石大桥
# what is counted is a class
安排省重点节水项目63个，完成市科技项目17项 | |
新设检验互认医院60家、云澜工作站3个 | |
# verbs and officers before a name
关停远帆水泥有限公司 | 远帆水泥有限公司 |
设置江澜农业大学 | 江澜农业大学 |
医院创成三级中医院 | |
江澜省人民政府代省长林一帆作政府工作报告 | 江澜省人民政府 |
# classes, counts, programmes, metaphors
打掉恶势力犯罪集团，规范影子银行和母子公司 | |
建设紧密型城市医疗集团 | |
晋升国家一级博物馆 | |
建设具有影响力的科技创新中心 | |
新建综合为老服务中心 | |
构建环大学创新生态圈 | |
狠抓非煤矿山安全，创新区市两级政府服务 | |
展望远景目标，建设江淮粮仓 | |
集聚信用评级、保荐等机构 | |
实现中高速增长 | |
盘点地方政府专项债券项目 | |
不再审批高耗能、高污染项目 | |
实施144个基础设施项目 | |
改造老旧小区 | |
新建幼儿园11所、中小学3所 | |
支持民营企业和金融机构发展 | |
完善各级医院服务 | |
新建雨污管网73公里 | |
建成高等级公路80公里 | |
3A级景区建成开放 | |
实施文化惠民工程 | |
推进撂荒地整治 | |
优化工作思路和产业格局 | |
开展钢铁、煤炭等行业整治 | |
"""


def cases() -> list[tuple[str, str, str]]:
    lines = [line for line in CASES.strip().splitlines() if not line.startswith("#")]
    return [tuple(part.strip() for part in line.split("|")) for line in lines]  # type: ignore[misc]


@pytest.mark.parametrize(("text", "organizations", "projects"), cases())
def test_names(text: str, organizations: str, projects: str) -> None:
    found = "、".join(names(text, "ORG")), "、".join(names(text, "PROJECT"))
    expected = organizations, projects
    # Members of a list that are bodies as well may be both (远帆电子等项目): the project is what counts there.
    assert found[1] == expected[1]
    if organizations or not projects:
        assert found[0] == expected[0]


@pytest.mark.parametrize(
    ("text", "type_", "kind"),
    [
        ("澄溪水库开工", "PROJECT", "water"),
        ("临澜高铁开工", "PROJECT", "rail"),
        ("临吉、澄白等铁路动工建设", "PROJECT", "rail"),
        ("加快临吉、澄白等大型水库建设", "PROJECT", "water"),
        ("临澜国际机场货运站投入使用", "PROJECT", "road"),
        ("完成澄溪小学迁建", "PROJECT", "school"),
        ("澄溪小学", "ORG", "school"),
        ("区疾控中心", "ORG", "hospital"),
        ("江澜银行临澜支行", "ORG", "bank"),
        ("远帆集团", "ORG", "company"),
        ("区人民法院", "ORG", "court"),
        ("市生态环境局", "ORG", "government"),
        ("市委督查室", "ORG", "party"),
        ("县政府督查室", "ORG", "government"),
        ("市委党校", "ORG", "school"),
        ("临澜日报社", "ORG", "media"),
    ],
)
def test_kind(text: str, type_: str, kind: str) -> None:
    found = [c for c in find(text) if c["type"] == type_]
    assert [c["attributes"]["kind"] for c in found[:1]] == [kind]
    assert found[0]["attributes"]["name"] in text


def test_only_a_local_report_has_one_central_hospital() -> None:
    assert names("支持中心医院创建三级医院", "ORG", "national") == []


def test_offsets_lead_through_footnotes_and_line_breaks() -> None:
    text = "建成投用澄溪[12]水库，全力推进经济社会高质量发展和生态保护，完成白石\n    岭隧道建设"
    assert names(text, "PROJECT") == ["澄溪[12]水库", "白石\n    岭隧道"]
    assert [c["attributes"]["name"] for c in find(text)] == ["澄溪水库", "白石岭隧道"]


def test_a_list_of_the_user_adds_heads() -> None:
    assert names("建成澄溪蜂巢", "PROJECT") == []
    from name_finding import builtin_lists

    lists = dict(builtin_lists())
    lists["project_heads"] += (Entry(("蜂巢", "industry", "strong"), "mine", "project_heads.txt", 1),)
    found = find("建成澄溪蜂巢", rules=NameRules.from_lists(lists))
    assert [(c["attributes"]["name"], c["rule"]) for c in found] == [("澄溪蜂巢", "project.head.蜂巢")]


def test_no_lists_no_names() -> None:
    assert find("建成投用澄溪水库", rules=NameRules.from_lists({})) == []


def test_rules_can_be_pickled() -> None:
    import pickle

    text = "引进远帆电子、海岳科技等企业，建成澄溪水库"
    assert find(text, rules=pickle.loads(pickle.dumps(RULES))) == find(text)
