PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO _sqlite_migrations VALUES(1,'copydesk','0001_first_schema','2026-11-22 23:08:54.461449+00:00');
INSERT INTO _sqlite_migrations VALUES(2,'copydesk','0002_related_graph','2026-11-22 23:08:54.490367+00:00');
INSERT INTO _sqlite_migrations VALUES(3,'copydesk','0003_search','2026-11-22 23:08:54.496667+00:00');
INSERT INTO _sqlite_migrations VALUES(4,'copydesk','0004_export_cursors','2026-11-22 23:08:54.504501+00:00');
CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    command TEXT NOT NULL,
    started_at TEXT NOT NULL,
    finished_at TEXT,
    status TEXT NOT NULL CHECK (status IN ('running', 'done', 'failed', 'interrupted')),
    counts TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(counts)),
    version TEXT NOT NULL
) STRICT;
INSERT INTO runs VALUES(1,'ingest','2026-11-22T23:08:54Z','2026-11-22T23:08:54Z','done','{"articles_new":3,"revisions":0,"related_links":3,"redirects":0,"skipped":0,"article":3,"copy":1,"not_article":1,"sites":{"file":{"not_article":1},"news.example":{"article":3,"articles_new":3},"other.example":{"copy":1}}}','0.1.0');
INSERT INTO runs VALUES(2,'ingest','2026-11-22T23:08:56Z','2026-11-22T23:08:56Z','done','{"articles_new":0,"revisions":1,"related_links":2,"redirects":0,"skipped":0,"article":1,"sites":{"news.example":{"article":1}}}','0.1.0');
CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    address_key TEXT NOT NULL,
    fetched_url TEXT NOT NULL UNIQUE,
    site TEXT NOT NULL,
    title TEXT NOT NULL,
    description TEXT,
    published_at TEXT,
    published_on TEXT CHECK (published_on IS substr(published_at, 1, 10)),
    modified_at TEXT,
    authors TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(authors)),
    body TEXT NOT NULL,
    body_markdown TEXT NOT NULL,
    language TEXT,
    section TEXT,
    tags TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tags)),
    pull_quotes TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(pull_quotes)),
    image_url TEXT,
    site_name TEXT,
    is_accessible_for_free INTEGER CHECK (is_accessible_for_free IN (0, 1)),
    word_count INTEGER NOT NULL,
    content_hash TEXT NOT NULL,
    revision INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1),
    first_seen_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL,
    provenance TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(provenance)),
    run_id INTEGER REFERENCES runs(id) ON DELETE SET NULL
, spaced_title TEXT, spaced_text TEXT) STRICT;
INSERT INTO articles VALUES(1,'https://news.example/2025/harbour','news.example/2025/harbour','https://news.example/2025/harbour','news.example','The harbour opens again after the storm',NULL,'2025-08-08T09:30:00+02:00','2025-08-08',NULL,'["Mara Lind"]',replace('The harbour opened again on Friday after the storm had closed it for three days. Ferries left for the islands at six, the first of them full to the last seat.\n\nDivers had spent two nights under the north mole, where the sea had pulled eleven stones out of the wall. The harbour master, Ines Feld, called the damage smaller than feared and larger than the budget.\n\nThe council will vote on the repairs in June. Until then ships over eighty metres must anchor outside and send their cargo in by barge, which costs the town a third of its fees.','\n',char(10)),replace('The harbour opened again on Friday after the storm had closed it for three days. Ferries left for the islands at six, the first of them full to the last seat.\n\nDivers had spent two nights under the north mole, where the sea had pulled eleven stones out of the wall. The harbour master, Ines Feld, called the damage smaller than feared and larger than the budget.\n\nThe council will vote on the repairs in June. Until then ships over eighty metres must anchor outside and send their cargo in by barge, which costs the town a third of its fees.','\n',char(10)),'en',NULL,'[]','[]',NULL,NULL,NULL,101,'833d521e0d8935a6af7c58c09b35788c094cce39b14d07ed48fb67eda7c30ac2',2,'2026-11-22T23:08:54Z','2026-11-22T23:08:56Z','{"url":{"source":"dom","confidence":0.97},"title":{"source":"dom","confidence":0.97},"authors":{"source":"meta","confidence":0.83},"published_at":{"source":"meta","confidence":0.82},"body":{"source":"dom","confidence":0.98},"body_markdown":{"source":"dom","confidence":0.98},"related":{"source":"dom","confidence":0.8},"language":{"source":"dom","confidence":0.97}}',1,NULL,NULL);
INSERT INTO articles VALUES(2,'https://news.example/2025/tides','news.example/2025/tides','https://news.example/2025/tides','news.example','Why the sea came twice to Holm in one night',NULL,'2025-08-08T09:30:00+02:00','2025-08-08',NULL,'["Mara Lind"]',replace('Nobody on Holm could say why the sea had come twice in one night. The tide tables in the post office knew of one flood, at four in the morning, and that one came on time.\n\nThe other came at half past one. It lifted the boats off the slip, stood in the lane for the length of a hymn, as the sexton put it, and went away again without a sound.\n\nResearchers of the coastal institute have asked for photographs and for anything that was written down. They speak of a wave that the shelf had sent back, and of instruments that were switched off for cleaning.','\n',char(10)),replace('Nobody on Holm could say why the sea had come twice in one night. The tide tables in the post office knew of one flood, at four in the morning, and that one came on time.\n\nThe other came at half past one. It lifted the boats off the slip, stood in the lane for the length of a hymn, as the sexton put it, and went away again without a sound.\n\nResearchers of the coastal institute have asked for photographs and for anything that was written down. They speak of a wave that the shelf had sent back, and of instruments that were switched off for cleaning.','\n',char(10)),'en',NULL,'[]','[]',NULL,NULL,NULL,108,'ec563b26947789c44cf837820c09b83d7eaa9032c6b06f5c4893c9a46c2fcbb4',1,'2026-11-22T23:08:54Z','2026-11-22T23:08:54Z','{"url":{"source":"dom","confidence":0.97},"title":{"source":"dom","confidence":0.97},"authors":{"source":"meta","confidence":0.83},"published_at":{"source":"meta","confidence":0.82},"body":{"source":"dom","confidence":0.98},"body_markdown":{"source":"dom","confidence":0.98},"related":{"source":"dom","confidence":0.8},"language":{"source":"dom","confidence":0.97}}',1,NULL,NULL);
INSERT INTO articles VALUES(3,'https://news.example/2025/tokyo','news.example/2025/tokyo','https://news.example/2025/tokyo','news.example','東京の港、嵐のあと再開',NULL,'2025-08-08T09:30:00+02:00','2025-08-08',NULL,'["Mara Lind"]',replace('東京都は金曜日、嵐のために三日間閉鎖されていた港を再び開いた。島へ向かう最初の船は午前六時に出発し、座席はすべて埋まった。\n\n潜水士たちは二晩にわたって北の防波堤の下で作業を続けた。波が壁から十一個の石を引き抜いたためである。\n\n港湾局は五月に修復について議決する予定だ。それまで大型船は港の外に停泊し、荷物を小さな船で運ばなければならない。','\n',char(10)),replace('東京都は金曜日、嵐のために三日間閉鎖されていた港を再び開いた。島へ向かう最初の船は午前六時に出発し、座席はすべて埋まった。\n\n潜水士たちは二晩にわたって北の防波堤の下で作業を続けた。波が壁から十一個の石を引き抜いたためである。\n\n港湾局は五月に修復について議決する予定だ。それまで大型船は港の外に停泊し、荷物を小さな船で運ばなければならない。','\n',char(10)),'ja',NULL,'[]','[]',NULL,NULL,NULL,158,'94d8797c40d6680181f688d341a5942eddfaabfe8a85b49d3df0f0a034e404bb',1,'2026-11-22T23:08:54Z','2026-11-22T23:08:54Z','{"url":{"source":"dom","confidence":0.97},"title":{"source":"dom","confidence":0.97},"authors":{"source":"meta","confidence":0.83},"published_at":{"source":"meta","confidence":0.82},"body":{"source":"dom","confidence":0.98},"body_markdown":{"source":"dom","confidence":0.98},"language":{"source":"dom","confidence":0.97}}',1,'東 京 の 港 、 嵐 の あ と 再 開','東 京 都 は 金 曜 日 、 嵐 の た め に 三 日 間 閉 鎖 さ れ て い た 港 を 再 び 開 い た 。 島 へ 向 か う 最 初 の 船 は 午 前 六 時 に 出 発 し 、 座 席 は す べ て 埋 ま っ た 。  潜 水 士 た ち は 二 晩 に わ た っ て 北 の 防 波 堤 の 下 で 作 業 を 続 け た 。 波 が 壁 か ら 十 一 個 の 石 を 引 き 抜 い た た め で あ る 。  港 湾 局 は 五 月 に 修 復 に つ い て 議 決 す る 予 定 だ 。 そ れ ま で 大 型 船 は 港 の 外 に 停 泊 し 、 荷 物 を 小 さ な 船 で 運 ば な け れ ば な ら な い 。');
CREATE TABLE related_links (
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 1),
    url TEXT,
    address_key TEXT,
    title TEXT,
    description TEXT,
    published_at TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('block', 'inset', 'structured')),
    target_id INTEGER REFERENCES articles(id) ON DELETE SET NULL,
    PRIMARY KEY (article_id, position)
) STRICT;
INSERT INTO related_links VALUES(2,1,'https://news.example/2025/harbour','news.example/2025/harbour','The harbour opens again after the storm',NULL,NULL,'block',1);
INSERT INTO related_links VALUES(1,1,'https://news.example/2025/tides','news.example/2025/tides','Why the sea came twice to Holm in one night',NULL,NULL,'block',2);
INSERT INTO related_links VALUES(1,2,'https://news.example/2025/not-stored','news.example/2025/not-stored','What the barges carry while the port is shut',NULL,NULL,'block',NULL);
CREATE TABLE copies (
    url TEXT NOT NULL PRIMARY KEY,
    address_key TEXT NOT NULL,
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('exact', 'near')),
    similarity REAL NOT NULL CHECK (similarity BETWEEN 0 AND 1),
    site TEXT NOT NULL,
    title TEXT,
    published_at TEXT,
    seen_at TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    body TEXT CHECK ((body IS NOT NULL) = (kind = 'near'))
) STRICT;
INSERT INTO copies VALUES('https://other.example/a/harbour-opens','other.example/a/harbour-opens',1,'exact',1.0,'other.example','The harbour opens again after the storm','2025-08-09T08:00:00+02:00','2026-11-22T23:08:54Z','e292ea39f1eab7e6b525b5475be50b06b821dcc9adf77f85e7fcdbc08aa85c3a',NULL);
CREATE TABLE revisions (
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    revision INTEGER NOT NULL CHECK (revision >= 1),
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    run_id INTEGER REFERENCES runs(id) ON DELETE SET NULL,
    PRIMARY KEY (article_id, revision)
) STRICT;
INSERT INTO revisions VALUES(1,1,'The harbour opens again after the storm',replace('The harbour opened again on Friday after the storm had closed it for three days. Ferries left for the islands at six, the first of them full to the last seat.\n\nDivers had spent two nights under the north mole, where the sea had pulled eleven stones out of the wall. The harbour master, Ines Feld, called the damage smaller than feared and larger than the budget.\n\nThe council will vote on the repairs in May. Until then ships over ninety metres must anchor outside and send their cargo in by barge, which costs the town a third of its fees.','\n',char(10)),'e292ea39f1eab7e6b525b5475be50b06b821dcc9adf77f85e7fcdbc08aa85c3a','2026-11-22T23:08:54Z',2);
CREATE TABLE pages (
    url TEXT NOT NULL PRIMARY KEY,
    address_key TEXT NOT NULL,
    status INTEGER,
    outcome TEXT NOT NULL CHECK (outcome IN ('article', 'copy', 'unchanged', 'listing', 'feed', 'sitemap',
        'not_article', 'rejected', 'failed', 'disallowed')),
    reason TEXT NOT NULL,
    article_id INTEGER REFERENCES articles(id) ON DELETE SET NULL,
    etag TEXT,
    last_modified TEXT,
    fetched_at TEXT NOT NULL,
    next_check_at TEXT,
    run_id INTEGER REFERENCES runs(id) ON DELETE SET NULL
, canonical_url TEXT, canonical_key TEXT) STRICT;
INSERT INTO pages VALUES('https://news.example/2025/harbour','news.example/2025/harbour',NULL,'article','changed text of article 1: revision 2, the earlier one is kept',1,NULL,NULL,'2026-11-22T23:08:56Z','9999-12-31T23:59:59Z',2,NULL,NULL);
INSERT INTO pages VALUES('https://news.example/2025/tides','news.example/2025/tides',NULL,'article','108 words, article:published_time',2,NULL,NULL,'2026-11-22T23:08:54Z','9999-12-31T23:59:59Z',1,NULL,NULL);
INSERT INTO pages VALUES('https://other.example/a/harbour-opens','other.example/a/harbour-opens',NULL,'copy','same text as article 1',1,NULL,NULL,'2026-11-22T23:08:54Z','9999-12-31T23:59:59Z',1,NULL,NULL);
INSERT INTO pages VALUES('https://news.example/2025/tokyo','news.example/2025/tokyo',NULL,'article','158 words, article:published_time',3,NULL,NULL,'2026-11-22T23:08:54Z','9999-12-31T23:59:59Z',1,NULL,NULL);
INSERT INTO pages VALUES('file:/saved/5.html','file:/saved/5.html',NULL,'not_article','0 words of text, 0 teasers',NULL,NULL,NULL,'2026-11-22T23:08:54Z','2026-11-29T23:08:54Z',1,NULL,NULL);
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','articles_fts','articles_fts',0,'CREATE VIRTUAL TABLE articles_fts USING fts5(
    title, description, body, spaced_title, spaced_text,
    content="articles", content_rowid="id", tokenize="unicode61 remove_diacritics 2"
)');
CREATE TABLE IF NOT EXISTS 'articles_fts_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO articles_fts_data VALUES(1,X'031300815a0a811e');
INSERT INTO articles_fts_data VALUES(10,X'000000010104040004010101020101030101040101');
INSERT INTO articles_fts_data VALUES(137438953473,X'00000353023061010601026202046674657201080601020802046761696e01080501020502056e63686f720106010255030164010801024019020174010601021601056261726765010601025d020575646765740106010244020179010601025c010663616c6c6564010601023a030372676f010601025a02056c6f736564010601020c02046f737473010601025f0305756e63696c0106010246010664616d616765010601023c0302797301060102100205697665727301060102210106656c6576656e010601022f0106666561726564010601023f03026573010601026603026c640106010239030572726965730106010211020469727374010601021902026f72010801020e070205726964617901060102070203756c6c010601021c0103686164010a01020b190d030572626f7572010a03010203350102696e010801024c110302657301060102380206736c616e64730106010215020174010601020d030173010601026501066c6172676572010601024103027374010601021f0203656674010601021201066d61737465720106010237030179010601024d02056574726573010601025302036f6c6501060102290203757374010601025401066e6967687473010601022503046e657479010601025202046f727468010601022801026f66010a01021a1a3402016e010801020645020570656e65640106010204050173010204020275740106010231040473696465010601025602037665720106010251010670756c6c6564010601022e010772657061697273010601024b0103736561010601022c040174010601022003026e640106010258020468697073010601025002026978010601021702066d616c6c6572010601023d020470656e7401060102230205746f6e657301060102300402726d01080801020a01047468616e010801023e0603016501240207010202090d06080b060a04080a04071804026972010601025904016d010601021b04016e010601024f030369726401060102630303726565010601020f02016f010601021d0302776e01060102610202776f01060102240105756e6465720106010226030374696c010601024e0104766f74650106010248010477616c6c0106010234020468657265010601022a0303696368010601025e0203696c6c010601024704080c0c0c09080c0c080d0a0c0b0c0d090c0d0d09090c0b0a0c0a0c0e0a090d08080d090a0d080c0a0a0d0b0b0b090c06090b0a0d0e0a08090b090d0b0c0a0c170908080a0a0809090c0a0b0b0b0a');
INSERT INTO articles_fts_data VALUES(274877906945,X'0000031f023061020a01023c0e1702046761696e020601024602026e64020c0102202512140306797468696e670206010255020173020601023e03036b65640206010250020174020801021b100203776179020601024501046261636b020601026402046f6174730206010230010463616d65020a050102230702076c65616e696e67020601026d02066f617374616c020601024d03026d65020601020b0303756c6402060102050104646f776e02060102590105666c6f6f64020601021a02026f72020c0102381b051a03027572020601021c0103686164020801020a5a03026c66020601022a03027665020601024f02036f6c6d0208080102040203796d6e020601023d0102696e020e0901020d080c1a030773746974757465020601024e050772756d656e74730206010267020174020801022d1701046b6e6577020601021701046c616e6502060102370205656e677468020601023a02056966746564020601022e01076d6f726e696e67020601021f01056e6967687402080b01020f02056f626f6479020601020201026f66020e0102182512130c03016602080102313c0403696365020601021602016e020801020323030165020e0a01020e0d0b0c0204746865720206010227010470617374020601022b020a686f746f677261706873020601025202036f73740206010215020275740206010241010b7265736561726368657273020601024a010373617902060102060202656102080401020903026e740206010263030478746f6e0206010240020468656c66020601026102036c6970020601023302046f756e64020601024902047065616b020601025b0204746f6f640206010234020777697463686564020601026a01067461626c657302060102120203686174020c010221370b0b030165021e030102080a060c0a0b050605080f16040179020601025a0203696465020601021103026d65020601022502016f02020702047769636502080601020c0103776173020601025703027665020601025e0203656e7402060102440302726502060102690202687902080201020702066974686f75740206010247020672697474656e0206010258040a0b0c0d080a090a0b0b0d0e0d090a0b0c0c090b09090b0a0d0e0e090b0b0c0c0e0d0c0d090a090c0b0b110a09120a0a090b0b0a0b0b0b0e0d0d14080a09060c0a090a090a0d');
INSERT INTO articles_fts_data VALUES(412316860417,X'000005e20430e38182030c010308010469030184030e0104160949142b030186030601042303018b03080104223903018c030601045703018d0306010462030191030801045447030195030a010413810103019703080104305f03019903080104344803019d030601047f042ae3828ce381bee381a7e5a4a7e59e8be888b9e381afe6b8afe381aee5a496e381abe5819ce6b38ae38197030601020903019f031601040b0e091e06091212030301a0030601047e0301a1030601043f0301a303080104390f0301a403060104750301a6030c0104152313320301a7030c01044f1b1c150301a803060103090301aa030e010481130706040301ab031001040d22183005180301ae03180103040501040a1e2506132c0301af0310010405250d0f301a0301b0030a01048117060301b3030601041b0301b803060104200301b903060104350301be03080104384b02028281030801040c5d030189030801045a4503018b030801046a1303018c030a0104146e1c03018f0306010444030192030c0104193b10320103e4b880030601045c030189030601040e03018b030601044e0202ba88030601047c03018c0306010441030194030601046f0301ac030c0103030104030202bd9c03060104500202bfae03060104720103e5808b030601045d0202819c03080104810b020285ad030601042b0202868d030c01030a01041a020287ba030601042e0202889d03060104250202898d030601042a02028c97030601044802028d81030601045b030188030601042902029091030601042102029e8b03080104810402029f8b03060104370202a0a4030601044c0202a38103060104580301ab030601043d0202a4960308010481090301a70308010481030202ae9a030601047d0202b08f0308010481110202b180030601046d0202b3b6030601041f0433e381b8e59091e3818be38186e69c80e5889de381aee888b9e381afe58d88e5898de585ade69982e381abe587bae799bae3819703060102040202b590030c010306010409040fe381aee38182e381a8e5868de9968b030203093a9fe38281e381abe4b889e697a5e99693e99689e98e96e38195e3828ce381a6e38184e3819fe6b8afe38292e5868de381b3e9968be38184e3819f03060102030202b8ad03060104320202baa70306010431041be5b8ade381afe38199e381b9e381a6e59f8be381bee381a3e3819f03060102050202bc9503060104610202bea903060104730103e68a9c0306010463020297a503080104080902029982030601042c0301a9030601044202029b9c030601040702029c800306010424030188030601047002029db1030c0103020104020409e4baace381aee6b8af030202070fe983bde381afe98791e69b9ce697a503060102020202a5ad03060104510202b0b4030601043c0202b1ba03060104790202b38a03080104810c0301a2030801044b0d043ce3818ce5a381e3818be38289e58d81e4b880e5808be381aee79fb3e38292e5bc95e3818de68a9ce38184e3819fe3819fe38281e381a7e38182e3828b03060102070202b8af0310010305010418551e0439e6b9bee5b180e381afe4ba94e69c88e381abe4bfaee5bea9e381abe381a4e38184e381a6e8adb0e6b1bae38199e3828be4ba88e5ae9ae381a003060102080202b9be030601046c0202bd9c030601043b044ee6b0b4e5a3abe3819fe381a1e381afe4ba8ce699a9e381abe3828fe3819fe381a3e381a6e58c97e381aee998b2e6b3a2e5a0a4e381aee4b88be381a7e4bd9ce6a5ade38292e7b69ae38191e3819f03060102060103e789a903080104810f020299ba030601042f02029fb3030601045f0202b69a03060104530103e888b9030a010427601102028db703080104810e0433e789a9e38292e5b08fe38195e381aae888b9e381a7e9818be381b0e381aae38191e3828ce381b0e381aae38289e381aae38184030601020a0202adb003060104780103e9818b030801048116020283bd030601040402028791030601040602028e96030601041202029689030601041103018b030c01030b01041c0301930306010410020298b2030601044a040d0c08090808090a0909083110080809080b0b080c0d110d0a080808090a09090a080b0a08080908080b09090a0a090c090909090908090a090909080a09090a09093a0c144109092209090a0a09080909080c0e160909090a09430e400909550b0909090c0a3a090b090909090b08');
INSERT INTO articles_fts_data VALUES(549755813889,X'00000364023061010701026202046674657201090601020802046761696e01090501020502056e63686f720107010255030164010901024019020174010701021601056261726765010701025d020575646765740107010244020179010701025c010663616c6c6564010701023a030372676f010701025a02056c6f736564010701020c02046f737473010701025f0305756e63696c0107010246010664616d616765010701023c0302797301070102100205697665727301070102210106656967687479010601025202056c6576656e010701022f0106666561726564010701023f03026573010701026603026c640107010239030572726965730107010211020469727374010701021902026f72010901020e070205726964617901070102070203756c6c010701021c0103686164010b01020b190d030572626f7572010b03010203350102696e010901024c110302657301070102380206736c616e64730107010215020174010701020d030173010701026501046a756e65010601024d01066c6172676572010701024103027374010701021f0203656674010701021201066d61737465720107010237030179010102056574726573010701025302036f6c6501070102290203757374010701025401066e6967687473010701022503046e657479010102046f727468010701022801026f66010b01021a1a3402016e010901020645020570656e65640107010204050173010304020275740107010231040473696465010701025602037665720107010251010670756c6c6564010701022e010772657061697273010701024b0103736561010701022c040174010701022003026e640107010258020468697073010701025002026978010701021702066d616c6c6572010701023d020470656e7401070102230205746f6e657301070102300402726d01090801020a01047468616e010901023e0603016501250207010202090d06080b060a04080a04071804026972010701025904016d010701021b04016e010701024f030369726401070102630303726565010701020f02016f010701021d0302776e01070102610202776f01070102240105756e6465720107010226030374696c010701024e0104766f74650107010248010477616c6c0107010234020468657265010701022a0303696368010701025e0203696c6c010701024704080c0c0c09080c0c080d0a0c0b0c0d090c0d0c0d09090c0b0a0c0a0c0e0a090d08080b0d090a0d050c0a0a0d080b0b090c06090b0a0d0e0a08090b090d0b0c0a0c170908080a0a0809090c0a0b0b0b0a');
CREATE TABLE IF NOT EXISTS 'articles_fts_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO articles_fts_idx VALUES(1,X'',2);
INSERT INTO articles_fts_idx VALUES(2,X'',2);
INSERT INTO articles_fts_idx VALUES(3,X'',2);
INSERT INTO articles_fts_idx VALUES(4,X'',2);
CREATE TABLE IF NOT EXISTS 'articles_fts_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
INSERT INTO articles_fts_docsize VALUES(1,X'0700650000');
INSERT INTO articles_fts_docsize VALUES(2,X'0a006c0000');
INSERT INTO articles_fts_docsize VALUES(3,X'0200090a811e');
CREATE TABLE IF NOT EXISTS 'articles_fts_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO articles_fts_config VALUES('rank','bm25(8.0, 4.0, 1.0, 8.0, 1.0)');
INSERT INTO articles_fts_config VALUES('version',4);
CREATE TABLE article_changes (
    change INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL UNIQUE REFERENCES articles(id) ON DELETE CASCADE
) STRICT;
INSERT INTO article_changes VALUES(2,2);
INSERT INTO article_changes VALUES(3,3);
INSERT INTO article_changes VALUES(5,1);
CREATE TABLE export_cursors (
    name TEXT NOT NULL PRIMARY KEY,
    change INTEGER NOT NULL,
    selection TEXT NOT NULL CHECK (json_valid(selection)),
    exported_at TEXT NOT NULL,
    articles INTEGER NOT NULL,
    waiting_file TEXT,
    out_file TEXT,
    CHECK ((waiting_file IS NULL) = (out_file IS NULL))
) STRICT;
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('article_changes',5);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX articles_by_address ON articles(address_key);
CREATE INDEX articles_by_content ON articles(content_hash);
CREATE INDEX articles_by_day ON articles(published_on, published_at);
CREATE INDEX articles_by_site ON articles(site, published_on);
CREATE INDEX articles_by_run ON articles(run_id);
CREATE INDEX related_links_by_address ON related_links(address_key);
CREATE INDEX copies_by_address ON copies(address_key);
CREATE INDEX copies_by_article ON copies(article_id);
CREATE INDEX copies_by_site ON copies(site);
CREATE INDEX revisions_by_run ON revisions(run_id);
CREATE INDEX pages_by_address ON pages(address_key);
CREATE INDEX pages_by_article ON pages(article_id);
CREATE INDEX pages_by_outcome ON pages(outcome);
CREATE INDEX pages_by_run ON pages(run_id);
CREATE VIEW latest AS
    SELECT * FROM articles ORDER BY published_on DESC, published_at DESC, id DESC;
CREATE INDEX pages_by_canonical ON pages(canonical_key);
CREATE INDEX related_links_by_target ON related_links(target_id, article_id);
CREATE TRIGGER related_links_pointed AFTER INSERT ON related_links WHEN new.address_key IS NOT NULL BEGIN
    UPDATE related_links SET target_id = (SELECT article_id FROM (
        SELECT 1 AS way, id AS article_id, url <> related_links.url AS is_respelled
            FROM articles WHERE address_key = related_links.address_key
        UNION ALL SELECT 2, article_id, url <> related_links.url
            FROM pages WHERE address_key = related_links.address_key AND article_id IS NOT NULL
        UNION ALL SELECT 3, article_id, url <> related_links.url
            FROM copies WHERE address_key = related_links.address_key
        UNION ALL SELECT 4, article_id, 0
            FROM pages WHERE canonical_key = related_links.address_key AND article_id IS NOT NULL
    ) ORDER BY way, is_respelled, article_id LIMIT 1)
    WHERE article_id = new.article_id AND position = new.position;
END;
CREATE TRIGGER articles_reached AFTER INSERT ON articles BEGIN
    UPDATE related_links SET target_id = (SELECT article_id FROM (
        SELECT 1 AS way, id AS article_id, url <> related_links.url AS is_respelled
            FROM articles WHERE address_key = related_links.address_key
        UNION ALL SELECT 2, article_id, url <> related_links.url
            FROM pages WHERE address_key = related_links.address_key AND article_id IS NOT NULL
        UNION ALL SELECT 3, article_id, url <> related_links.url
            FROM copies WHERE address_key = related_links.address_key
        UNION ALL SELECT 4, article_id, 0
            FROM pages WHERE canonical_key = related_links.address_key AND article_id IS NOT NULL
    ) ORDER BY way, is_respelled, article_id LIMIT 1)
    WHERE address_key = new.address_key;
END;
CREATE TRIGGER articles_moved AFTER UPDATE OF url, address_key ON articles BEGIN
    UPDATE related_links SET target_id = (SELECT article_id FROM (
        SELECT 1 AS way, id AS article_id, url <> related_links.url AS is_respelled
            FROM articles WHERE address_key = related_links.address_key
        UNION ALL SELECT 2, article_id, url <> related_links.url
            FROM pages WHERE address_key = related_links.address_key AND article_id IS NOT NULL
        UNION ALL SELECT 3, article_id, url <> related_links.url
            FROM copies WHERE address_key = related_links.address_key
        UNION ALL SELECT 4, article_id, 0
            FROM pages WHERE canonical_key = related_links.address_key AND article_id IS NOT NULL
    ) ORDER BY way, is_respelled, article_id LIMIT 1)
    WHERE address_key IN (old.address_key, new.address_key);
END;
CREATE TRIGGER articles_gone AFTER DELETE ON articles BEGIN
    UPDATE related_links SET target_id = (SELECT article_id FROM (
        SELECT 1 AS way, id AS article_id, url <> related_links.url AS is_respelled
            FROM articles WHERE address_key = related_links.address_key
        UNION ALL SELECT 2, article_id, url <> related_links.url
            FROM pages WHERE address_key = related_links.address_key AND article_id IS NOT NULL
        UNION ALL SELECT 3, article_id, url <> related_links.url
            FROM copies WHERE address_key = related_links.address_key
        UNION ALL SELECT 4, article_id, 0
            FROM pages WHERE canonical_key = related_links.address_key AND article_id IS NOT NULL
    ) ORDER BY way, is_respelled, article_id LIMIT 1)
    WHERE address_key = old.address_key;
END;
CREATE TRIGGER pages_reached AFTER INSERT ON pages WHEN new.article_id IS NOT NULL BEGIN
    UPDATE related_links SET target_id = (SELECT article_id FROM (
        SELECT 1 AS way, id AS article_id, url <> related_links.url AS is_respelled
            FROM articles WHERE address_key = related_links.address_key
        UNION ALL SELECT 2, article_id, url <> related_links.url
            FROM pages WHERE address_key = related_links.address_key AND article_id IS NOT NULL
        UNION ALL SELECT 3, article_id, url <> related_links.url
            FROM copies WHERE address_key = related_links.address_key
        UNION ALL SELECT 4, article_id, 0
            FROM pages WHERE canonical_key = related_links.address_key AND article_id IS NOT NULL
    ) ORDER BY way, is_respelled, article_id LIMIT 1)
    WHERE address_key IN (new.address_key, new.canonical_key);
END;
CREATE TRIGGER pages_changed AFTER UPDATE OF article_id, canonical_key ON pages WHEN old.article_id IS NOT new.article_id OR old.canonical_key IS NOT new.canonical_key BEGIN
    UPDATE related_links SET target_id = (SELECT article_id FROM (
        SELECT 1 AS way, id AS article_id, url <> related_links.url AS is_respelled
            FROM articles WHERE address_key = related_links.address_key
        UNION ALL SELECT 2, article_id, url <> related_links.url
            FROM pages WHERE address_key = related_links.address_key AND article_id IS NOT NULL
        UNION ALL SELECT 3, article_id, url <> related_links.url
            FROM copies WHERE address_key = related_links.address_key
        UNION ALL SELECT 4, article_id, 0
            FROM pages WHERE canonical_key = related_links.address_key AND article_id IS NOT NULL
    ) ORDER BY way, is_respelled, article_id LIMIT 1)
    WHERE address_key IN (new.address_key, old.canonical_key, new.canonical_key);
END;
CREATE TRIGGER copies_found AFTER INSERT ON copies BEGIN
    UPDATE related_links SET target_id = (SELECT article_id FROM (
        SELECT 1 AS way, id AS article_id, url <> related_links.url AS is_respelled
            FROM articles WHERE address_key = related_links.address_key
        UNION ALL SELECT 2, article_id, url <> related_links.url
            FROM pages WHERE address_key = related_links.address_key AND article_id IS NOT NULL
        UNION ALL SELECT 3, article_id, url <> related_links.url
            FROM copies WHERE address_key = related_links.address_key
        UNION ALL SELECT 4, article_id, 0
            FROM pages WHERE canonical_key = related_links.address_key AND article_id IS NOT NULL
    ) ORDER BY way, is_respelled, article_id LIMIT 1)
    WHERE address_key = new.address_key;
END;
CREATE TRIGGER copies_changed AFTER UPDATE OF article_id ON copies BEGIN
    UPDATE related_links SET target_id = (SELECT article_id FROM (
        SELECT 1 AS way, id AS article_id, url <> related_links.url AS is_respelled
            FROM articles WHERE address_key = related_links.address_key
        UNION ALL SELECT 2, article_id, url <> related_links.url
            FROM pages WHERE address_key = related_links.address_key AND article_id IS NOT NULL
        UNION ALL SELECT 3, article_id, url <> related_links.url
            FROM copies WHERE address_key = related_links.address_key
        UNION ALL SELECT 4, article_id, 0
            FROM pages WHERE canonical_key = related_links.address_key AND article_id IS NOT NULL
    ) ORDER BY way, is_respelled, article_id LIMIT 1)
    WHERE address_key = new.address_key;
END;
CREATE TRIGGER copies_gone AFTER DELETE ON copies BEGIN
    UPDATE related_links SET target_id = (SELECT article_id FROM (
        SELECT 1 AS way, id AS article_id, url <> related_links.url AS is_respelled
            FROM articles WHERE address_key = related_links.address_key
        UNION ALL SELECT 2, article_id, url <> related_links.url
            FROM pages WHERE address_key = related_links.address_key AND article_id IS NOT NULL
        UNION ALL SELECT 3, article_id, url <> related_links.url
            FROM copies WHERE address_key = related_links.address_key
        UNION ALL SELECT 4, article_id, 0
            FROM pages WHERE canonical_key = related_links.address_key AND article_id IS NOT NULL
    ) ORDER BY way, is_respelled, article_id LIMIT 1)
    WHERE address_key = old.address_key;
END;
CREATE VIEW related_graph AS
    SELECT source.id AS source_id, source.url AS source_url, source.title AS source_title,
        target.id AS target_id, target.url AS target_url, target.title AS target_title,
        link.position, link.kind, link.title AS link_title
    FROM related_links AS link
    JOIN articles AS source ON source.id = link.article_id
    JOIN articles AS target ON target.id = link.target_id
    WHERE link.target_id <> link.article_id AND NOT EXISTS (
        SELECT 1 FROM related_links AS earlier WHERE earlier.article_id = link.article_id
            AND earlier.target_id = link.target_id AND earlier.position < link.position);
CREATE VIEW article_links AS
    SELECT id, url, site, title, published_on,
        (SELECT count(*) FROM related_links
            WHERE article_id = articles.id AND target_id IS NOT articles.id) AS links_out,
        (SELECT count(DISTINCT target_id) FROM related_links
            WHERE article_id = articles.id AND target_id <> articles.id) AS links_out_stored,
        (SELECT count(DISTINCT article_id) FROM related_links
            WHERE target_id = articles.id AND article_id <> articles.id) AS links_in
    FROM articles;
CREATE TRIGGER articles_fts_insert AFTER INSERT ON articles BEGIN
    INSERT INTO articles_fts (rowid, title, description, body, spaced_title, spaced_text)
    VALUES (new.id, new.title, new.description, new.body, new.spaced_title, new.spaced_text);
END;
CREATE TRIGGER articles_fts_delete AFTER DELETE ON articles BEGIN
    INSERT INTO articles_fts (articles_fts, rowid, title, description, body, spaced_title, spaced_text)
    VALUES ('delete', old.id, old.title, old.description, old.body, old.spaced_title, old.spaced_text);
END;
CREATE TRIGGER articles_fts_update
AFTER UPDATE OF id, title, description, body, spaced_title, spaced_text ON articles BEGIN
    INSERT INTO articles_fts (articles_fts, rowid, title, description, body, spaced_title, spaced_text)
    VALUES ('delete', old.id, old.title, old.description, old.body, old.spaced_title, old.spaced_text);
    INSERT INTO articles_fts (rowid, title, description, body, spaced_title, spaced_text)
    VALUES (new.id, new.title, new.description, new.body, new.spaced_title, new.spaced_text);
END;
CREATE TRIGGER articles_stored AFTER INSERT ON articles BEGIN
    INSERT INTO article_changes (article_id) VALUES (new.id);
END;
CREATE TRIGGER articles_changed AFTER UPDATE OF url, title, description, published_at, modified_at, authors, body, body_markdown, language, section, tags, pull_quotes, image_url, site_name, is_accessible_for_free, revision ON articles
WHEN old.url IS NOT new.url OR old.title IS NOT new.title OR old.description IS NOT new.description OR old.published_at IS NOT new.published_at OR old.modified_at IS NOT new.modified_at OR old.authors IS NOT new.authors OR old.body IS NOT new.body OR old.body_markdown IS NOT new.body_markdown OR old.language IS NOT new.language OR old.section IS NOT new.section OR old.tags IS NOT new.tags OR old.pull_quotes IS NOT new.pull_quotes OR old.image_url IS NOT new.image_url OR old.site_name IS NOT new.site_name OR old.is_accessible_for_free IS NOT new.is_accessible_for_free OR old.revision IS NOT new.revision BEGIN
    DELETE FROM article_changes WHERE article_id = new.id;
    INSERT INTO article_changes (article_id) VALUES (new.id);
END;
CREATE TRIGGER articles_forgotten AFTER DELETE ON articles BEGIN
    DELETE FROM article_changes WHERE article_id = old.id;
END;
PRAGMA writable_schema=OFF;
COMMIT;
PRAGMA application_id = 1668310123;
PRAGMA user_version = 4;
