PRAGMA application_id = 1903520122;
PRAGMA user_version = 3;
BEGIN TRANSACTION;
CREATE TABLE "action" (
        seq INTEGER NOT NULL PRIMARY KEY,
        action_id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        card_key INTEGER REFERENCES card (card_key),
        device_key INTEGER NOT NULL REFERENCES device (device_key),
        acted_at INTEGER NOT NULL,
        utc_offset_minutes INTEGER NOT NULL,
        study_day INTEGER NOT NULL,
        target_id TEXT,
        detail TEXT NOT NULL,
        CONSTRAINT action_id_sorts CHECK (length(action_id) = 20),
        CONSTRAINT kind_known CHECK (
            kind IN ('bury', 'unbury', 'suspend', 'unsuspend', 'reset', 'carry', 'settings', 'undo', 'set_due', 'exam')
        ),
        CONSTRAINT card_known CHECK (card_key IS NOT NULL OR kind IN ('settings', 'undo', 'exam')),
        CONSTRAINT utc_offset_range CHECK (abs(utc_offset_minutes) < 1440),
        CONSTRAINT target_of_undo CHECK ((kind = 'undo') = (target_id IS NOT NULL)),
        CONSTRAINT detail_is_an_object CHECK (detail LIKE '{%}')
    ) STRICT
    ;
INSERT INTO "action" VALUES(1,'06h04v3h6k0023q6nq7j','undo',1,1,1795338039605,60,20779,'06h04v3h6k00079gdqof','{}');
INSERT INTO "action" VALUES(2,'06h04vkj6c003hjjnu3h','undo',9,1,1795338179379,60,20779,'06h04vkj6c001vodtj5u','{}');
INSERT INTO "action" VALUES(3,'06h0f9i500003mudrd4p','undo',6,1,1795424666880,60,20780,'06h0f9i50000168mif88','{}');
INSERT INTO "action" VALUES(4,'06h0f9odf4002pu0ljhm','undo',9,1,1795424718201,60,20780,'06h0f9odf4000b39bgpa','{}');
INSERT INTO "action" VALUES(5,'06h0pl6dp4002d8eo5d3','undo',1,1,1795511602633,60,20781,'06h0pl6dp40019b8tj8p','{}');
INSERT INTO "action" VALUES(6,'06h13va63s0029464d7i','bury',2,1,1795598140959,60,20782,NULL,'{}');
INSERT INTO "action" VALUES(7,'06h1e982ns002jnr3lkp','suspend',5,1,1795684631231,60,20783,NULL,'{}');
INSERT INTO "action" VALUES(8,'06h31po1n8003vodqcm9','undo',1,1,1796116775354,60,20788,'06h31po1n80017n4o30u','{}');
INSERT INTO "action" VALUES(9,'06h31q9714002hoccqgc','unsuspend',5,1,1796116915977,60,20788,NULL,'{}');
INSERT INTO "action" VALUES(10,'06h3c407lc0024c3rc8i','undo',9,1,1796203349931,60,20789,'06h3c407lc001cbujqvo','{}');
INSERT INTO "action" VALUES(11,'06h3c416qs002qm8pqi1','reset',7,1,1796203357911,60,20789,NULL,'{}');
INSERT INTO "action" VALUES(12,'06h3mdk2qs000reitsk7','settings',NULL,1,1796289757911,60,20790,NULL,'{"desired_retention":0.85,"fuzz":true,"learning_steps_ms":[60000,600000],"maximum_interval_days":36500,"parameters":[],"relearning_steps_ms":[600000]}');
INSERT INTO "action" VALUES(13,'06h3mdr6lc002c3s2eu2','undo',13,1,1796289816235,60,20790,'06h3mdr6lc00174ov7g1','{}');
INSERT INTO "action" VALUES(14,'06h4lbi98o0036plt00t','undo',5,1,1796549265734,60,20793,'06h4lbi98o00156hvuim','{}');
INSERT INTO "action" VALUES(15,'06h5k8h2uc002vjknkvh','exam',NULL,1,1796808516339,60,20796,NULL,'{"deck":"lakes","exam_on":20816,"first_on":20812,"new_per_day":20,"per_day":2}');
INSERT INTO "action" VALUES(16,'06h5k8h2uc005goo35dt','set_due',3,1,1796808516339,60,20796,NULL,'{"batch":"06h5k8h2uc002vjknkvh","due_on":20812,"for":"exam"}');
INSERT INTO "action" VALUES(17,'06h5k8h2uc006tt6pg3l','set_due',5,1,1796808516339,60,20796,NULL,'{"batch":"06h5k8h2uc002vjknkvh","due_on":20813,"for":"exam"}');
INSERT INTO "action" VALUES(18,'06h5k8h2uc0087q908ib','set_due',8,1,1796808516339,60,20796,NULL,'{"batch":"06h5k8h2uc002vjknkvh","due_on":20814,"for":"exam"}');
INSERT INTO "action" VALUES(19,'06h5k8h2uc00a6u8a7j2','set_due',9,1,1796808516339,60,20796,NULL,'{"batch":"06h5k8h2uc002vjknkvh","due_on":20812,"for":"exam"}');
INSERT INTO "action" VALUES(20,'06h5k8h2uc00c1ek606b','set_due',11,1,1796808516339,60,20796,NULL,'{"batch":"06h5k8h2uc002vjknkvh","due_on":20815,"for":"exam"}');
INSERT INTO "action" VALUES(21,'06h5ui882c003op7nd12','undo',7,1,1796894951443,60,20797,'06h5ui882c001t9jb56q','{}');
INSERT INTO "action" VALUES(22,'06h5ui9frc0032iqjkl0','suspend',9,1,1796894961627,60,20797,NULL,'{}');
INSERT INTO "action" VALUES(23,'06h68ru0g0003r4hug86','set_due',4,1,1796981375104,60,20798,NULL,'{"due_on":20802,"for":"learner"}');
INSERT INTO "action" VALUES(24,'06h68ru0g0004lrlqs7l','set_due',3,1,1796981375104,60,20798,NULL,'{"batch":"06h68ru0g0003r4hug86","due_on":20802,"for":"learner"}');
INSERT INTO "action" VALUES(25,'06h7i2feq8002jopak15','set_due',1,1,1797327023826,60,20802,NULL,'{"batch":"06h7i2feq80010ufsqdo","due_on":20815,"for":"exam"}');
INSERT INTO "action" VALUES(26,'06h7i2gni40033vb6qr6','set_due',3,1,1797327034257,60,20802,NULL,'{"batch":"06h7i2gni4000of9cimj","due_on":20812,"for":"exam"}');
INSERT INTO "action" VALUES(27,'06h7i2gni40044ambf2u','undo',3,1,1797327034257,60,20802,'06h7i2gni40033vb6qr6','{}');
INSERT INTO "action" VALUES(28,'06h7i2gni4006tatsv0g','undo',3,1,1797327034257,60,20802,'06h7i2gni4000of9cimj','{}');
INSERT INTO "action" VALUES(29,'06h7i2j5m0003o8bmnad','set_due',3,1,1797327054256,60,20802,NULL,'{"batch":"06h7i2j5m0000253nij3","due_on":20812,"for":"exam"}');
INSERT INTO "action" VALUES(30,'06h7sc61m0000p7rec3g','carry',14,1,1797413454256,60,20803,NULL,'{"from":"rivers/nile"}');
INSERT INTO "action" VALUES(31,'06h8gvgrf40029rdmi91','set_due',7,1,1797586295673,60,20805,NULL,'{"batch":"06h8gvgrf4000vmb1u8c","due_on":20814,"for":"exam"}');
INSERT INTO "action" VALUES(32,'06hap2m7tk003jukfffh','undo',3,1,1798191106029,60,20812,'06hap2m7tk0002lk7cra','{}');
CREATE TABLE card (
        card_key INTEGER NOT NULL PRIMARY KEY,
        card_id TEXT NOT NULL UNIQUE,
        CONSTRAINT card_id_names_its_deck CHECK (card_id LIKE '_%/_%')
    ) STRICT
    ;
INSERT INTO "card" VALUES(1,'lakes/n0');
INSERT INTO "card" VALUES(2,'rivers/nile');
INSERT INTO "card" VALUES(3,'lakes/n1');
INSERT INTO "card" VALUES(4,'rivers/po');
INSERT INTO "card" VALUES(5,'lakes/n2');
INSERT INTO "card" VALUES(6,'rivers/lengths#1-233-km');
INSERT INTO "card" VALUES(7,'lakes/n3');
INSERT INTO "card" VALUES(8,'lakes/n4');
INSERT INTO "card" VALUES(9,'lakes/n5');
INSERT INTO "card" VALUES(10,'lakes/n6');
INSERT INTO "card" VALUES(11,'lakes/n7');
INSERT INTO "card" VALUES(12,'rivers/lengths#840-km');
INSERT INTO "card" VALUES(13,'rivers/po#reverse');
INSERT INTO "card" VALUES(14,'rivers/nile-river');
CREATE TABLE deck_card (
        card_key INTEGER NOT NULL PRIMARY KEY REFERENCES card (card_key),
        prompt TEXT NOT NULL,
        answer TEXT NOT NULL
    ) STRICT
    ;
INSERT INTO "deck_card" VALUES(1,'Which lake is number 0?','Lake 0');
INSERT INTO "deck_card" VALUES(2,'Which river flows through Cairo?','The Nile');
INSERT INTO "deck_card" VALUES(3,'Which lake is number 1?','Lake 1');
INSERT INTO "deck_card" VALUES(4,'Turin’s river','Po');
INSERT INTO "deck_card" VALUES(5,'Which lake is number 2?','Lake 2');
INSERT INTO "deck_card" VALUES(6,'The Rhine is [ length ] long and the Oder 840 km.','1,233 km');
INSERT INTO "deck_card" VALUES(7,'Which lake is number 3?','Lake 3');
INSERT INTO "deck_card" VALUES(8,'Which lake is number 4?','Lake 4');
INSERT INTO "deck_card" VALUES(9,'Which lake is number 5?','Lake 5');
INSERT INTO "deck_card" VALUES(10,'Which lake is number 6?','Lake 6');
INSERT INTO "deck_card" VALUES(11,'Which lake is number 7?','Lake 7');
INSERT INTO "deck_card" VALUES(12,'The Rhine is 1,233 km long and the Oder [ length ].','840 km');
INSERT INTO "deck_card" VALUES(13,'Po','Turin’s river');
INSERT INTO "deck_card" VALUES(14,'Which river flows through Cairo?','The Nile');
CREATE TABLE device (
        device_key INTEGER NOT NULL PRIMARY KEY,
        device_id TEXT NOT NULL UNIQUE,
        CONSTRAINT device_id_not_empty CHECK (device_id <> '')
    ) STRICT
    ;
INSERT INTO "device" VALUES(1,'609adc153b21e887');
CREATE TABLE meta (
        only INTEGER NOT NULL PRIMARY KEY,
        device_key INTEGER NOT NULL REFERENCES device (device_key),
        folded_reviews INTEGER NOT NULL,
        folded_actions INTEGER NOT NULL, readable_from TEXT,
        CONSTRAINT only_one_row CHECK (only = 1)
    ) STRICT
    ;
INSERT INTO "meta" VALUES(1,1,91,32,'0.1.0');
CREATE TABLE quiz (
        seq INTEGER NOT NULL PRIMARY KEY,
        quiz_id TEXT NOT NULL UNIQUE,
        device_key INTEGER NOT NULL REFERENCES device (device_key),
        taken_at INTEGER NOT NULL,
        utc_offset_minutes INTEGER NOT NULL,
        study_day INTEGER NOT NULL,
        duration_ms INTEGER NOT NULL,
        questions INTEGER NOT NULL,
        score REAL NOT NULL,
        settings TEXT NOT NULL,
        answers TEXT NOT NULL,
        CONSTRAINT quiz_id_sorts CHECK (length(quiz_id) = 20),
        CONSTRAINT utc_offset_range CHECK (abs(utc_offset_minutes) < 1440),
        CONSTRAINT duration_range CHECK (duration_ms >= 0),
        CONSTRAINT questions_range CHECK (questions > 0),
        CONSTRAINT score_range CHECK (score BETWEEN 0 AND questions),
        CONSTRAINT settings_is_an_object CHECK (settings LIKE '{%}'),
        CONSTRAINT answers_is_a_list CHECK (answers LIKE '[%]')
    ) STRICT
    ;
INSERT INTO "quiz" VALUES(1,'06h77onoj8003qh1045l',1,1797240584346,60,20801,2500,10,0.0,'{"questions":20,"minutes":null,"deck_ids":[],"tags":[],"seed":0,"feedback":"at_end","answering":"mixed"}','[{"card_id":"lakes/n1","way":"typed","said":null,"credit":0.0,"ms":2000},{"card_id":"lakes/n7","way":"typed","said":null,"credit":0.0,"ms":500},{"card_id":"lakes/n0","way":"typed","said":null,"credit":0.0,"ms":0},{"card_id":"lakes/n2","way":"typed","said":null,"credit":0.0,"ms":0},{"card_id":"rivers/nile","way":"typed","said":null,"credit":0.0,"ms":0},{"card_id":"lakes/n3","way":"typed","said":null,"credit":0.0,"ms":0},{"card_id":"rivers/po","way":"typed","said":null,"credit":0.0,"ms":0},{"card_id":"rivers/lengths#1-233-km","way":"typed","said":null,"credit":0.0,"ms":0},{"card_id":"lakes/n4","way":"typed","said":null,"credit":0.0,"ms":0},{"card_id":"lakes/n6","way":"typed","said":null,"credit":0.0,"ms":0}]');
CREATE TABLE quiz_under_way (
        only INTEGER NOT NULL PRIMARY KEY,
        saved_at INTEGER NOT NULL,
        state TEXT NOT NULL,
        CONSTRAINT only_one_row CHECK (only = 1),
        CONSTRAINT state_is_an_object CHECK (state LIKE '{%}')
    ) STRICT
    ;
INSERT INTO "quiz_under_way" VALUES(1,1797413462936,'{"format":1,"settings":{"questions":20,"minutes":null,"deck_ids":[],"tags":[],"seed":0,"feedback":"at_end","answering":"mixed"},"questions":[{"card":{"card_id":"lakes/n1","note_id":"n1","deck_id":"lakes","kind":"question","position":1,"prompt":"Which lake is number 1?","answer":"Lake 1","gaps":[],"hint":"","explain":"","where":"","tags":[],"accept":[],"body":null},"way":"typed","options":[],"right":["Lake 1"]},{"card":{"card_id":"lakes/n7","note_id":"n7","deck_id":"lakes","kind":"question","position":7,"prompt":"Which lake is number 7?","answer":"Lake 7","gaps":[],"hint":"","explain":"","where":"","tags":[],"accept":[],"body":null},"way":"typed","options":[],"right":["Lake 7"]},{"card":{"card_id":"lakes/n0","note_id":"n0","deck_id":"lakes","kind":"question","position":0,"prompt":"Which lake is number 0?","answer":"Lake 0","gaps":[],"hint":"","explain":"","where":"","tags":[],"accept":[],"body":null},"way":"typed","options":[],"right":["Lake 0"]},{"card":{"card_id":"lakes/n2","note_id":"n2","deck_id":"lakes","kind":"question","position":2,"prompt":"Which lake is number 2?","answer":"Lake 2","gaps":[],"hint":"","explain":"","where":"","tags":[],"accept":[],"body":null},"way":"typed","options":[],"right":["Lake 2"]},{"card":{"card_id":"rivers/nile-river","note_id":"nile-river","deck_id":"rivers","kind":"question","position":0,"prompt":"Which river flows through Cairo?","answer":"The Nile","gaps":[],"hint":"It begins with N.","explain":"It reaches the sea in a delta north of the city.","where":"Africa, ¶ 2","tags":[],"accept":[],"body":null},"way":"typed","options":[],"right":["The Nile"]},{"card":{"card_id":"lakes/n3","note_id":"n3","deck_id":"lakes","kind":"question","position":3,"prompt":"Which lake is number 3?","answer":"Lake 3","gaps":[],"hint":"","explain":"","where":"","tags":[],"accept":[],"body":null},"way":"typed","options":[],"right":["Lake 3"]},{"card":{"card_id":"rivers/po","note_id":"po","deck_id":"rivers","kind":"question","position":1,"prompt":"Turin’s river","answer":"Po","gaps":[],"hint":"","explain":"","where":"","tags":[],"accept":[],"body":null},"way":"typed","options":[],"right":["Po"]},{"card":{"card_id":"rivers/lengths#1-233-km","note_id":"lengths","deck_id":"rivers","kind":"cloze","position":3,"prompt":"The Rhine is [ length ] long and the Oder 840 km.","answer":"1,233 km","gaps":[[13,23]],"hint":"","explain":"","where":"","tags":[],"accept":[],"body":null},"way":"typed","options":[],"right":["1,233 km"]},{"card":{"card_id":"lakes/n4","note_id":"n4","deck_id":"lakes","kind":"question","position":4,"prompt":"Which lake is number 4?","answer":"Lake 4","gaps":[],"hint":"","explain":"","where":"","tags":[],"accept":[],"body":null},"way":"typed","options":[],"right":["Lake 4"]},{"card":{"card_id":"lakes/n6","note_id":"n6","deck_id":"lakes","kind":"question","position":6,"prompt":"Which lake is number 6?","answer":"Lake 6","gaps":[],"hint":"","explain":"","where":"","tags":[],"accept":[],"body":null},"way":"typed","options":[],"right":["Lake 6"]}],"entries":[{"said":null,"spent_ms":2000,"overruled":null},{"said":null,"spent_ms":0,"overruled":null},{"said":null,"spent_ms":0,"overruled":null},{"said":null,"spent_ms":0,"overruled":null},{"said":null,"spent_ms":0,"overruled":null},{"said":null,"spent_ms":0,"overruled":null},{"said":null,"spent_ms":0,"overruled":null},{"said":null,"spent_ms":0,"overruled":null},{"said":null,"spent_ms":0,"overruled":null},{"said":null,"spent_ms":0,"overruled":null}],"at":1,"reached":2,"is_over":false}');
CREATE TABLE review (
        seq INTEGER NOT NULL PRIMARY KEY,
        review_id TEXT NOT NULL UNIQUE,
        card_key INTEGER NOT NULL REFERENCES card (card_key),
        device_key INTEGER NOT NULL REFERENCES device (device_key),
        reviewed_at INTEGER NOT NULL,
        utc_offset_minutes INTEGER NOT NULL,
        study_day INTEGER NOT NULL,
        rating INTEGER NOT NULL,
        phase INTEGER NOT NULL,
        elapsed_days INTEGER,
        duration_ms INTEGER NOT NULL,
        kind TEXT NOT NULL,
        answer TEXT,
        stability_days REAL NOT NULL,
        difficulty REAL NOT NULL,
        retrievability_before REAL,
        interval_days INTEGER NOT NULL,
        CONSTRAINT review_id_sorts CHECK (length(review_id) = 20),
        CONSTRAINT utc_offset_range CHECK (abs(utc_offset_minutes) < 1440),
        CONSTRAINT rating_range CHECK (rating BETWEEN 1 AND 4),
        CONSTRAINT phase_range CHECK (phase BETWEEN 0 AND 3),
        CONSTRAINT elapsed_days_range CHECK (elapsed_days >= 0),
        CONSTRAINT duration_range CHECK (duration_ms >= 0),
        CONSTRAINT kind_known CHECK (kind IN ('question', 'cloze', 'choice', 'number', 'list', 'statement')),
        CONSTRAINT stability_range CHECK (stability_days > 0),
        CONSTRAINT difficulty_range CHECK (difficulty BETWEEN 1 AND 10),
        CONSTRAINT retrievability_range CHECK (retrievability_before BETWEEN 0 AND 1),
        CONSTRAINT interval_range CHECK (interval_days >= 0)
    ) STRICT
    ;
INSERT INTO "review" VALUES(1,'06h04v3h6k00079gdqof',1,1,1795338039605,60,20779,1,0,NULL,9472,'question','it’s, ''né''',2.11999997496604919433e-01,6.41330003738403320312e+00,NULL,0);
INSERT INTO "review" VALUES(2,'06h04v4u94000edquppb',1,1,1795338051145,60,20779,3,0,NULL,13127,'question','it’s, ''né''',2.30649995803833,2.11810398101806640625e+00,NULL,0);
INSERT INTO "review" VALUES(3,'06h04v5bmc0008l2iaf8',2,1,1795338054579,60,20779,3,0,NULL,7391,'question','it’s, ''né''',2.30649995803833,2.11810398101806640625e+00,NULL,0);
INSERT INTO "review" VALUES(4,'06h04v8tfs0013mj0g29',3,1,1795338083711,60,20779,3,0,NULL,7223,'question',NULL,2.30649995803833,2.11810398101806640625e+00,NULL,0);
INSERT INTO "review" VALUES(5,'06h04vb990000pb1g0cg',4,1,1795338103112,60,20779,3,0,NULL,14816,'question',NULL,2.30649995803833,2.11810398101806640625e+00,NULL,0);
INSERT INTO "review" VALUES(6,'06h04vc8ts001r3ci0n2',5,1,1795338111215,60,20779,3,0,NULL,9107,'question','it’s, ''né''',2.30649995803833,2.11810398101806640625e+00,NULL,0);
INSERT INTO "review" VALUES(7,'06h04vd8o0000ojh4fr5',6,1,1795338119360,60,20779,2,0,NULL,4096,'cloze','it’s, ''né''',1.29309999942779541015e+00,5.11217069625854492187e+00,NULL,0);
INSERT INTO "review" VALUES(8,'06h04vf3vg0012aipr80',7,1,1795338134524,60,20779,3,0,NULL,16848,'question','it’s, ''né''',2.30649995803833,2.11810398101806640625e+00,NULL,0);
INSERT INTO "review" VALUES(9,'06h04vgtcc000n4eusci',8,1,1795338149219,60,20779,3,0,NULL,12741,'question',NULL,2.30649995803833,2.11810398101806640625e+00,NULL,0);
INSERT INTO "review" VALUES(10,'06h04vkj6c001vodtj5u',9,1,1795338179379,60,20779,3,0,NULL,4818,'question','it’s, ''né''',2.30649995803833,2.11810398101806640625e+00,NULL,0);
INSERT INTO "review" VALUES(11,'06h04vp1f8001783fu08',9,1,1795338215802,60,20779,2,0,NULL,9678,'question',NULL,1.29309999942779541015e+00,5.11217069625854492187e+00,NULL,0);
INSERT INTO "review" VALUES(12,'06h04vqrgk000kus6bc1',10,1,1795338230661,60,20779,4,0,NULL,8198,'question','it’s, ''né''',8.29559993743896484375e+00,1.0,NULL,7);
INSERT INTO "review" VALUES(13,'06h0f9i50000168mif88',6,1,1795424666880,60,20780,1,1,1,6442,'cloze',NULL,3.753948211669921875e-01,8.378631591796875e+00,0.916669718765705,0);
INSERT INTO "review" VALUES(14,'06h0f9l2140015aed490',6,1,1795424690697,60,20780,3,1,1,13175,'cloze','it’s, ''né''',4.5460300445556640625e+00,5.10228681564331054687e+00,0.916669718765705,0);
INSERT INTO "review" VALUES(15,'06h0f9odf4000b39bgpa',9,1,1795424718201,60,20780,3,1,1,16915,'question',NULL,4.5460300445556640625e+00,5.10228681564331054687e+00,0.916669718765705,0);
INSERT INTO "review" VALUES(16,'06h0f9s1hc000jvkmlm4',9,1,1795424747915,60,20780,3,1,1,4045,'question','it’s, ''né''',4.5460300445556640625e+00,5.10228681564331054687e+00,0.916669718765705,0);
INSERT INTO "review" VALUES(17,'06h0f9u84s000fursqr4',1,1,1795424765991,60,20780,1,1,1,15553,'question','it’s, ''né''',0.571299135684967,7.39450216293335,9.46847498729131098471e-01,0);
INSERT INTO "review" VALUES(18,'06h0fa1h7s0014ar7fom',2,1,1795424792895,60,20780,1,1,1,16331,'question','it’s, ''né''',0.571299135684967,7.39450216293335,9.46847498729131098471e-01,0);
INSERT INTO "review" VALUES(19,'06h0fa51os001hq18hvh',3,1,1795424821703,60,20780,1,1,1,9610,'question',NULL,0.571299135684967,7.39450216293335,9.46847498729131098471e-01,0);
INSERT INTO "review" VALUES(20,'06h0fa6lks001q293rtb',4,1,1795424834983,60,20780,1,1,1,18527,'question',NULL,0.571299135684967,7.39450216293335,9.46847498729131098471e-01,0);
INSERT INTO "review" VALUES(21,'06h0fa9psg0009c9frdt',5,1,1795424860644,60,20780,2,1,1,17373,'question','it’s, ''né''',5.31879281997680664062e+00,4.75285816192626953125e+00,9.46847498729131098471e-01,0);
INSERT INTO "review" VALUES(22,'06h0fae60k001ebk5ii8',7,1,1795424896517,60,20780,3,1,1,14719,'question','it’s, ''né''',7.31529998779296875e+00,2.11121416091918945312e+00,9.46847498729131098471e-01,9);
INSERT INTO "review" VALUES(23,'06h0fagidg001me3donk',8,1,1795424916076,60,20780,3,1,1,16580,'question','it’s, ''né''',7.31529998779296875e+00,2.11121416091918945312e+00,9.46847498729131098471e-01,7);
INSERT INTO "review" VALUES(24,'06h0fajqro000d8ptsvh',1,1,1795424942814,60,20780,4,1,0,16211,'question','it’s, ''né''',1.07140552997589111328e+00,6.50909471511840820312e+00,1.0,1);
INSERT INTO "review" VALUES(25,'06h0pk9uu8000gpap6rp',2,1,1795511369458,60,20781,3,1,1,11389,'question','it’s, ''né''',2.34117007255554199218e+00,7.38233613967895507812e+00,8.57211821907308268997e-01,0);
INSERT INTO "review" VALUES(26,'06h0pke3ls000sp5ev5h',3,1,1795511403439,60,20781,3,1,1,10428,'question',NULL,2.34117007255554199218e+00,7.38233613967895507812e+00,8.57211821907308268997e-01,0);
INSERT INTO "review" VALUES(27,'06h0pkhuh00001tggir5',4,1,1795511434888,60,20781,1,1,1,1886,'question',NULL,2.09430605173110961914e-01,9.12881946563720703125e+00,8.57211821907308268997e-01,0);
INSERT INTO "review" VALUES(28,'06h0pkmo6g001u0mkarr',6,1,1795511474228,60,20781,1,1,1,12762,'cloze','it’s, ''né''',8.01852405071258544921e-01,8.3753833770751953125e+00,9.70336973949594616684e-01,0);
INSERT INTO "review" VALUES(29,'06h0pkqvbg001b0guh69',9,1,1795511508828,60,20781,3,1,1,7212,'question',NULL,7.78276300430297851562e+00,5.0924129486083984375e+00,9.70336973949594616684e-01,8);
INSERT INTO "review" VALUES(30,'06h0pktc34001nlm61gb',5,1,1795511528473,60,20781,3,1,1,14731,'question',NULL,8.7054996490478515625e+00,4.74333381652832,9.74251791153443846837e-01,11);
INSERT INTO "review" VALUES(31,'06h0pl1q8o001qt31hi2',4,1,1795511564870,60,20781,4,1,0,16264,'question',NULL,4.19573098421096801757e-01,8.8229398727417,1.0,1);
INSERT INTO "review" VALUES(32,'06h0pl5118000pheadrg',6,1,1795511591178,60,20781,3,1,0,8874,'cloze',NULL,8.54854464530944824218e-01,8.36223602294921875e+00,1.0,0);
INSERT INTO "review" VALUES(33,'06h0pl6dp40019b8tj8p',1,1,1795511602633,60,20781,1,2,1,4354,'question',NULL,3.2649326324462890625e-01,8.83779144287109375e+00,9.04668010696301094775e-01,0);
INSERT INTO "review" VALUES(34,'06h0plafts001ojjmfla',1,1,1795511635951,60,20781,4,2,1,1910,'question',NULL,5.63842010498046875e+00,5.3278255462646484375e+00,9.04668010696301094775e-01,7);
INSERT INTO "review" VALUES(35,'06h0plbo880019rmtdjg',11,1,1795511646274,60,20781,3,0,NULL,6177,'question',NULL,2.30649995803833,2.11810398101806640625e+00,NULL,0);
INSERT INTO "review" VALUES(36,'06h0ple3uk001eqo4j71',2,1,1795511665653,60,20781,3,1,0,17273,'question','it’s, ''né''',2.34117007255554199218e+00,7.370182037353515625e+00,1.0,2);
INSERT INTO "review" VALUES(37,'06h13v2o34000bat0ia0',3,1,1795598080025,60,20782,4,1,1,15300,'question','it’s, ''né''',6.16187810897827148437e+00,6.49286317825317382812e+00,0.947494039681443,8);
INSERT INTO "review" VALUES(38,'06h13v56lc000mh12bq0',6,1,1795598100139,60,20782,4,1,1,10460,'cloze',NULL,3.46205639839172363281e+00,7.80019998550415,8.88868998577953761675e-01,5);
INSERT INTO "review" VALUES(39,'06h13v7nmo001j23ugqb',11,1,1795598120886,60,20782,3,1,1,3642,'question',NULL,7.31529998779296875e+00,2.11121416091918945312e+00,9.46847498729131098471e-01,9);
INSERT INTO "review" VALUES(40,'06h13va63s001l358ip1',4,1,1795598140959,60,20782,3,2,1,16402,'question','it’s, ''né''',1.41150379180908203125e+00,8.809345245361328125e+00,8.30439197873249934644e-01,1);
INSERT INTO "review" VALUES(41,'06h1e8ti38001gcpj7rn',2,1,1795684545050,60,20783,3,2,2,9078,'question',NULL,5.88439846038818359375e+00,7.35804033279418945312e+00,9.10451295386802250675e-01,5);
INSERT INTO "review" VALUES(42,'06h1e8vmuk001pnjsd3j',12,1,1795684562677,60,20783,3,0,NULL,6578,'cloze',NULL,2.30649995803833,2.11810398101806640625e+00,NULL,0);
INSERT INTO "review" VALUES(43,'06h1e906uc000c4m9omt',4,1,1795684566771,60,20783,1,2,1,15089,'question',NULL,3.84413301944732666015e-01,9.593868255615234375e+00,9.21892305989698068735e-01,0);
INSERT INTO "review" VALUES(44,'06h1e912k0000p0bec1e',12,1,1795684573856,60,20783,2,1,0,13995,'cloze',NULL,2.30649995803833,4.75285816192626953125e+00,1.0,0);
INSERT INTO "review" VALUES(45,'06h1e9517g001n9p1ras',4,1,1795684606268,60,20783,3,3,0,3363,'question','it’s, ''né''',4.30136024951934814453e-01,9.57950305938720703125e+00,1.0,1);
INSERT INTO "review" VALUES(46,'06h1e982ns001phhkfk3',12,1,1795684631231,60,20783,3,1,0,6984,'cloze',NULL,2.30649995803833,4.74333381652832,1.0,2);
INSERT INTO "review" VALUES(47,'06h1oislio000io5drs4',4,1,1795771045270,60,20784,3,2,1,17523,'question',NULL,1.08164811134338378906e+00,9.56515216827392578125e+00,8.32663477959735165434e-01,1);
INSERT INTO "review" VALUES(48,'06h2nfnag40005dguaul',12,1,1796030261889,60,20787,2,2,4,14634,'cloze',NULL,8.18276596069336,6.49560832977294921875e+00,8.57985787445621705948e-01,8);
INSERT INTO "review" VALUES(49,'06h2nfq3as001chej5cp',10,1,1796030284631,60,20787,2,2,8,19542,'question',NULL,2.67041931152343749991e+01,4.010608673095703125e+00,0.902473300030598,26);
INSERT INTO "review" VALUES(50,'06h2nfsudc000vobs8au',4,1,1796030307947,60,20787,4,2,3,1217,'question','it’s, ''né''',4.0129985809326171875e+00,9.4050750732421875e+00,8.16656918937250342338e-01,4);
INSERT INTO "review" VALUES(51,'06h2ng1e3g000p0msnki',8,1,1796030344732,60,20787,3,2,7,8557,'question',NULL,3.16792316436767578129e+01,2.10433125495910644531e+00,9.02998157587550753788e-01,33);
INSERT INTO "review" VALUES(52,'06h31pmngs000icjav0f',6,1,1796116764551,60,20788,3,2,6,5795,'cloze',NULL,1.04690790176391601562e+01,7.787628173828125e+00,8.58041298644441785548e-01,11);
INSERT INTO "review" VALUES(53,'06h31po1n80017n4o30u',1,1,1796116775354,60,20788,4,2,7,2901,'question',NULL,3.37649688720703124991e+01,3.7518310546875,8.84464531935930886596e-01,36);
INSERT INTO "review" VALUES(54,'06h31ps2dg00093mvmp5',1,1,1796116808300,60,20788,1,2,7,18603,'question',NULL,1.04430627822875976562e+00,8.44951629638671875e+00,8.84464531935930886596e-01,0);
INSERT INTO "review" VALUES(55,'06h31pv8b0000mun6ffb',13,1,1796116834392,60,20788,3,0,NULL,2862,'question',NULL,2.30649995803833,2.11810398101806640625e+00,NULL,0);
INSERT INTO "review" VALUES(56,'06h31q2o9o0011rugol4',2,1,1796116863054,60,20788,2,2,5,3938,'question','it’s, ''né''',1.04750261306762695314e+01,8.231372833251953125e+00,9.1079402027930855823e-01,10);
INSERT INTO "review" VALUES(57,'06h31q7it0001k0vnrtp',1,1,1796116902632,60,20788,1,3,0,15250,'question',NULL,3.69714647531509399414e-01,9.4755954742431640625e+00,1.0,0);
INSERT INTO "review" VALUES(58,'06h31q8ne8001ai8r05i',13,1,1796116911986,60,20788,3,1,0,2538,'question',NULL,2.30649995803833,2.11121416091918945312e+00,1.0,2);
INSERT INTO "review" VALUES(59,'06h31q9714000ckkqd10',1,1,1796116915977,60,20788,3,3,0,10305,'question','it’s, ''né''',4.14751678705215454101e-01,9.46134853363037109375e+00,1.0,1);
INSERT INTO "review" VALUES(60,'06h3c3tuj0001ipvoa53',1,1,1796203331224,60,20789,3,2,1,10003,'question',NULL,1.11362814903259277343e+00,9.44711589813232421875e+00,8.29401616204056169046e-01,1);
INSERT INTO "review" VALUES(61,'06h3c407lc001cbujqvo',9,1,1796203349931,60,20789,3,2,8,17854,'question','it’s, ''né''',2.57300148010253906241e+01,5.08254909515380859375e+00,8.98097509504552804493e-01,29);
INSERT INTO "review" VALUES(62,'06h3c40nrg000kf29b4b',9,1,1796203354076,60,20789,3,2,8,4737,'question','it’s, ''né''',2.57300148010253906241e+01,5.08254909515380859375e+00,8.98097509504552804493e-01,29);
INSERT INTO "review" VALUES(63,'06h3c416qs0014rcnn1i',7,1,1796203357911,60,20789,3,2,9,15174,'question','it’s, ''né''',3.63730964660644531241e+01,2.10433125495910644531e+00,8.85140951744723847305e-01,34);
INSERT INTO "review" VALUES(64,'06h3mdn2ms0012v772se',1,1,1796289782455,60,20790,2,2,1,1222,'question',NULL,1.62276661396026611328e+00,9.61819839477539,9.07221943369658223588e-01,4);
INSERT INTO "review" VALUES(65,'06h3mdr6lc00174ov7g1',13,1,1796289816235,60,20790,1,2,2,9540,'question','it’s, ''né''',6.07701659202575683593e-01,7.39223766326904296875e+00,9.09493254849035426268e-01,0);
INSERT INTO "review" VALUES(66,'06h3mdtkdk00082o88di',13,1,1796289836141,60,20790,2,2,2,5026,'question',NULL,7.517364501953125e+00,4.74828433990478515625e+00,9.09493254849035426268e-01,13);
INSERT INTO "review" VALUES(67,'06h3mdvap800078hr5ml',7,1,1796289850058,60,20790,2,0,NULL,14960,'question','it’s, ''né''',1.29309999942779541015e+00,5.11217069625854492187e+00,NULL,0);
INSERT INTO "review" VALUES(68,'06h3me3dis001fd031ni',3,1,1796289883543,60,20790,3,2,8,5381,'question','it’s, ''né''',1.9405109405517578125e+01,6.48159885406494140625e+00,8.81086562236243264756e-01,33);
INSERT INTO "review" VALUES(69,'06h3me3tq0000t5aiug2',7,1,1796289887696,60,20790,2,1,0,4331,'question','it’s, ''né''',1.29309999942779541015e+00,6.740459442138671875e+00,1.0,0);
INSERT INTO "review" VALUES(70,'06h3me8p30001dcs6npi',7,1,1796289927448,60,20790,1,1,0,17728,'question',NULL,4.51402932405471801757e-01,8.9138393402099609375e+00,1.0,0);
INSERT INTO "review" VALUES(71,'06h3mea7q0000iqnvjjp',7,1,1796289939408,60,20790,3,1,0,16422,'question','it’s, ''né''',4.9978262186050415039e-01,8.90015411376953125e+00,1.0,0);
INSERT INTO "review" VALUES(72,'06h3meeng8000l3e3qg1',7,1,1796289976194,60,20790,3,1,0,7957,'question','it’s, ''né''',5.49652874469757080078e-01,8.88648223876953125e+00,1.0,1);
INSERT INTO "review" VALUES(73,'06h4lb8qqk001poba9sq',11,1,1796549188309,60,20793,4,2,11,11967,'question',NULL,6.94764480590820312491e+01,1.0,8.69628666528002192137e-01,125);
INSERT INTO "review" VALUES(74,'06h4lbbkco000f2du37q',4,1,1796549211238,60,20793,2,2,6,13056,'question','it’s, ''né''',6.176441192626953125e+00,9.59028911590576171875e+00,8.70084194771537422496e-01,11);
INSERT INTO "review" VALUES(75,'06h4lbep3c001dh17mc2',7,1,1796549237019,60,20793,2,2,3,10891,'question',NULL,1.64518570899963378906e+00,9.24602413177490234375e+00,7.51977214949204442184e-01,4);
INSERT INTO "review" VALUES(76,'06h4lbi98o00156hvuim',5,1,1796549265734,60,20793,3,2,12,3823,'question',NULL,34.2220573425293,4.73381900787353515625e+00,8.76481871169879189764e-01,61);
INSERT INTO "review" VALUES(77,'06h5k8c59o000otge9op',5,1,1796808475982,60,20796,2,2,15,17948,'question',NULL,2.64104995727539062491e+01,6.49560832977294921875e+00,8.58524111459454619676e-01,47);
INSERT INTO "review" VALUES(78,'06h5k8ga1s000pijmf0c',12,1,1796808509967,60,20796,3,2,9,13668,'cloze','it’s, ''né''',2.31474342346191406258e+01,6.48434114456176757812e+00,8.93327698348831855668e-01,41);
INSERT INTO "review" VALUES(79,'06h5k8h2uc001g098e9f',1,1,1796808516339,60,20796,3,2,6,2250,'question',NULL,4.07433223724365234375e+00,9.60380840301513671875e+00,0.789666628666619,6);
INSERT INTO "review" VALUES(80,'06h5ui882c001t9jb56q',7,1,1796894951443,60,20797,3,2,4,3739,'question',NULL,4.16899776458740234375e+00,9.232006072998046875e+00,8.28649174294203261226e-01,10);
INSERT INTO "review" VALUES(81,'06h5ui9frc00053mph79',7,1,1796894961627,60,20797,2,2,4,11987,'question','it’s, ''né''',3.16300654411315917968e+00,9.48470401763916,8.28649174294203261226e-01,8);
INSERT INTO "review" VALUES(82,'06h68ru0g000134hpg9r',2,1,1796981375104,60,20798,2,2,10,5012,'question',NULL,1.6620309829711914062e+01,8.81113147735595703125e+00,9.03156524530580262499e-01,35);
INSERT INTO "review" VALUES(83,'06h77onoj8001qgse2gk',6,1,1797240584346,60,20801,3,2,13,15827,'cloze',NULL,2.4715938568115234375e+01,7.77506875991821289062e+00,8.84448280608724379803e-01,47);
INSERT INTO "review" VALUES(84,'06h7i2feq80010ufsqdo',1,1,1797327023826,60,20802,3,2,6,11787,'question',NULL,7.232326507568359375e+00,9.58943271636962890625e+00,8.71291038901083392254e-01,15);
INSERT INTO "review" VALUES(85,'06h7i2g83g001m6l5hts',4,1,1797327030300,60,20802,3,2,9,2902,'question',NULL,10.6555757522583,9.57592678070068359375e+00,8.7212862536163948679e-01,19);
INSERT INTO "review" VALUES(86,'06h7i2gni4000of9cimj',3,1,1797327034257,60,20802,4,2,12,11323,'question','it’s, ''né''',5.69958839416503906241e+01,5.291141510009765625e+00,9.29531306235753196354e-01,109);
INSERT INTO "review" VALUES(87,'06h7i2j5m0000253nij3',3,1,1797327054256,60,20802,3,2,12,13485,'question',NULL,3.947600555419921875e+01,6.47034549713134765625e+00,9.29531306235753196354e-01,76);
INSERT INTO "review" VALUES(88,'06h7sc73j0001at58top',13,1,1797413462936,60,20803,3,2,13,5551,'question','it’s, ''né''',3.36064605712890624995e+01,4.73876428604126,8.58221396046346507446e-01,69);
INSERT INTO "review" VALUES(89,'06h8gvgrf4000vmb1u8c',7,1,1797586295673,60,20805,3,2,8,1533,'question','it’s, ''né''',7.00624990463256835937e+00,9.470447540283203125e+00,8.25082757236794139821e-01,12);
INSERT INTO "review" VALUES(90,'06hap2m7tk0002lk7cra',3,1,1798191106029,60,20812,3,2,10,9593,'question','it’s, ''né''',5.6573848724365234375e+01,6.45910358428955078125e+00,9.66374535359227126996e-01,104);
INSERT INTO "review" VALUES(91,'06hap2nenc000ol51u6k',3,1,1798191115963,60,20812,4,2,10,18703,'question',NULL,7.14985504150390625008e+01,5.27612781524658203125e+00,9.66374535359227126996e-01,132);
CREATE TABLE schedule (
        card_key INTEGER NOT NULL PRIMARY KEY REFERENCES card (card_key),
        phase INTEGER NOT NULL,
        stability_days REAL,
        difficulty REAL,
        step INTEGER,
        due_on INTEGER,
        due_at INTEGER,
        interval_days INTEGER,
        last_review_at INTEGER,
        last_review_on INTEGER,
        reps INTEGER,
        lapses INTEGER,
        suspended INTEGER NOT NULL,
        buried_on INTEGER,
        last_event_id TEXT NOT NULL,
        CONSTRAINT phase_range CHECK (phase BETWEEN 0 AND 3),
        CONSTRAINT new_has_no_stability CHECK ((phase = 0) = (stability_days IS NULL)),
        CONSTRAINT due_on_in_review CHECK ((phase = 2) = (due_on IS NOT NULL)),
        CONSTRAINT due_at_in_steps CHECK ((phase IN (1, 3)) = (due_at IS NOT NULL)),
        CONSTRAINT stability_range CHECK (stability_days > 0),
        CONSTRAINT difficulty_range CHECK (difficulty BETWEEN 1 AND 10),
        CONSTRAINT suspended_yes_or_no CHECK (suspended IN (0, 1))
    ) STRICT
    ;
INSERT INTO "schedule" VALUES(1,2,7.232326507568359375e+00,9.58943271636962890625e+00,NULL,20815,NULL,13,1797327023826,20802,11,1,0,NULL,'06h7i2feq8002jopak15');
INSERT INTO "schedule" VALUES(2,2,1.6620309829711914062e+01,8.81113147735595703125e+00,NULL,20833,NULL,35,1796981375104,20798,7,0,0,20782,'06h68ru0g000134hpg9r');
INSERT INTO "schedule" VALUES(3,2,7.14985504150390625008e+01,5.27612781524658203125e+00,NULL,20944,NULL,132,1798191115963,20812,7,0,0,NULL,'06hap2nenc000ol51u6k');
INSERT INTO "schedule" VALUES(4,2,10.6555757522583,9.57592678070068359375e+00,NULL,20821,NULL,19,1797327030300,20802,11,1,0,NULL,'06h7i2g83g001m6l5hts');
INSERT INTO "schedule" VALUES(5,2,2.64104995727539062491e+01,6.49560832977294921875e+00,NULL,20813,NULL,17,1796808475982,20796,4,0,0,NULL,'06h5k8h2uc006tt6pg3l');
INSERT INTO "schedule" VALUES(6,2,2.4715938568115234375e+01,7.77506875991821289062e+00,NULL,20848,NULL,47,1797240584346,20801,7,0,0,NULL,'06h77onoj8001qgse2gk');
INSERT INTO "schedule" VALUES(7,2,7.00624990463256835937e+00,9.470447540283203125e+00,NULL,20814,NULL,9,1797586295673,20805,8,0,0,NULL,'06h8gvgrf40029rdmi91');
INSERT INTO "schedule" VALUES(8,2,3.16792316436767578129e+01,2.10433125495910644531e+00,NULL,20814,NULL,27,1796030344732,20787,3,0,0,NULL,'06h5k8h2uc0087q908ib');
INSERT INTO "schedule" VALUES(9,2,2.57300148010253906241e+01,5.08254909515380859375e+00,NULL,20812,NULL,23,1796203354076,20789,4,0,1,NULL,'06h5ui9frc0032iqjkl0');
INSERT INTO "schedule" VALUES(10,2,2.67041931152343749991e+01,4.010608673095703125e+00,NULL,20813,NULL,26,1796030284631,20787,2,0,0,NULL,'06h2nfq3as001chej5cp');
INSERT INTO "schedule" VALUES(11,2,6.94764480590820312491e+01,1.0,NULL,20815,NULL,22,1796549188309,20793,3,0,0,NULL,'06h5k8h2uc00c1ek606b');
INSERT INTO "schedule" VALUES(12,2,2.31474342346191406258e+01,6.48434114456176757812e+00,NULL,20837,NULL,41,1796808509967,20796,5,0,0,NULL,'06h5k8ga1s000pijmf0c');
INSERT INTO "schedule" VALUES(13,2,3.36064605712890624995e+01,4.73876428604126,NULL,20872,NULL,69,1797413462936,20803,4,0,0,NULL,'06h7sc73j0001at58top');
INSERT INTO "schedule" VALUES(14,2,1.6620309829711914062e+01,8.81113147735595703125e+00,NULL,20833,NULL,35,1796981375104,20798,7,0,0,20782,'06h7sc61m0000p7rec3g');
CREATE INDEX review_study_day ON review (study_day);
CREATE INDEX review_card_key ON review (card_key);
CREATE TRIGGER card_refuses_update BEFORE UPDATE ON card BEGIN SELECT RAISE(ABORT, 'the log is only ever added to'); END;
CREATE TRIGGER card_refuses_delete BEFORE DELETE ON card BEGIN SELECT RAISE(ABORT, 'the log is only ever added to'); END;
CREATE TRIGGER device_refuses_update BEFORE UPDATE ON device BEGIN SELECT RAISE(ABORT, 'the log is only ever added to'); END;
CREATE TRIGGER device_refuses_delete BEFORE DELETE ON device BEGIN SELECT RAISE(ABORT, 'the log is only ever added to'); END;
CREATE TRIGGER review_refuses_update BEFORE UPDATE ON review BEGIN SELECT RAISE(ABORT, 'the log is only ever added to'); END;
CREATE TRIGGER review_refuses_delete BEFORE DELETE ON review BEGIN SELECT RAISE(ABORT, 'the log is only ever added to'); END;
CREATE INDEX action_card_key ON action (card_key);
CREATE INDEX action_undo ON action (target_id, action_id) WHERE target_id IS NOT NULL;
CREATE TRIGGER action_refuses_update BEFORE UPDATE ON action BEGIN SELECT RAISE(ABORT, 'the log is only ever added to'); END;
CREATE TRIGGER action_refuses_delete BEFORE DELETE ON action BEGIN SELECT RAISE(ABORT, 'the log is only ever added to'); END;
CREATE TRIGGER quiz_refuses_update BEFORE UPDATE ON quiz BEGIN SELECT RAISE(ABORT, 'the log is only ever added to'); END;
CREATE TRIGGER quiz_refuses_delete BEFORE DELETE ON quiz BEGIN SELECT RAISE(ABORT, 'the log is only ever added to'); END;
COMMIT;
