import type { Alphabet } from './font';

// Words of notes, lists, forms and boards. None of them looks like a number where letters are taken for digits.
const latin = `
the and with from this that have will your what when where there here please thanks today tomorrow tonight again
about after before because between under over while through another every never always maybe really very much many
more most some none next last first second third left right open closed start stop begin end yes welcome sorry
hello dear kind regards best wishes love morning evening afternoon night week month year spring summer autumn winter
meeting team project plan task work office school class teacher student test exam homework lesson lecture chapter
page question answer note notes summary idea problem solution example proof theorem theory model method result value
sample error mean rate table figure graph data code network system machine energy force mass speed velocity
temperature pressure volume length width height weight area distance frequency current power charge field wave atom
water bread milk butter cheese eggs flour sugar salt pepper rice pasta tomatoes potatoes onions carrots apples pears
bananas oranges lemons grapes salad chicken fish meat coffee tea juice beer wine cake chocolate biscuits soup
garlic yoghurt cereal paper pens batteries stamps toothpaste shampoo soap detergent flowers tickets passport luggage
buy call send write read clean wash cook bake fix paint plant order pay return pick bring check finish prepare review
book train flight hotel taxi airport station street road avenue square market shop bank church hospital doctor dentist
pharmacy garden kitchen bedroom bathroom garage basement roof window door key table chair lamp carpet fridge
mother father brother sister uncle aunt family friend neighbour children birthday party wedding holiday christmas
name address city country phone mobile email date time place room number total amount price cost balance paid cash
invoice receipt account customer signature company department manager director reference subject remark quantity
description item unit delivery payment discount deposit budget contract insurance licence registration
quick brown fox jumps lazy dog every good boy deserves fudge between yesterday perhaps although thought enough
laughter caught daughter weather whether together nothing something anything everybody nobody somewhere
wonderful beautiful important different difficult possible terrible careful difference experience government
zum beispiel heute morgen gestern nicht noch mehr weniger bitte danke einkaufen brot milch wurst butter kartoffeln
zwiebeln apfel birne kuchen geburtstag termin arzt zahnarzt schule lehrer aufgabe hausaufgaben rechnung betrag summe
datum unterschrift anschrift strasse hausnummer wohnort telefon vorname nachname bemerkung menge einheit preis gesamt
freitag samstag sonntag montag dienstag mittwoch donnerstag januar februar april juni juli august september oktober
bonjour merci beaucoup demain maison jardin fromage beurre pommes ville prix jour mois semaine lundi mardi mercredi
jeudi vendredi samedi dimanche rendez-vous facture montant quantité prénom école élève devoir réponse très être
hola gracias mañana casa calle nombre apellido fecha precio cantidad trabajo semana lunes martes miércoles jueves
viernes domingo leche huevos pan queso manzanas cebolla tarea pregunta respuesta teléfono dirección ciudad niño año
ciao grazie domani latte pane formaggio mela strada numero lunedì venerdì perché città scuola compito risposta
obrigado amanhã pão queijo maçã rua preço quantidade segunda terça sexta escola não até também
quiz queue badge gaggle digging goggles biology gobble jiggle pebble globe polite simple lodge dosage boiling
gigabyte zigzag jazz pizza buzz fizz lobby ability billion bubble oblong
`;
const names = `
Anna Peter Maria John Tom Lisa Emma Paul Laura Max Sophie Felix Marie Lukas Julia Martin Sarah David Andrea Michael
Claudia Thomas Nina Stefan Eva Frank Karin Robert Helen George Alice Henry Carlos Lucia Pedro Carmen Juan Elena
Pierre Camille Jean Claire Giulia Marco Francesca Luca Piotr Katarzyna Anders Ingrid Yusuf Fatima Mehmet Ayşe Kofi
Wei Hiroshi Priya Arjun Nguyen Müller Schmidt Weber Fischer Meyer Wagner Becker Hoffmann Koch Richter Smith Jones
Taylor Brown Wilson Evans Walker Wright Thompson White Roberts Martínez García López Fernández Rossi Ferrari Bianchi
Dubois Laurent Moreau Kowalski Novák Jensen Andersson Yılmaz Patel Sharma Tanaka Kim Chen Zhang Okafor Haddad
`;
const cyrillic = `
привет спасибо завтра сегодня хлеб молоко масло сахар яйца картофель яблоки чай рыба мясо работа школа учитель
ученик задача решение ответ вопрос дом улица город имя фамилия дата подпись телефон адрес цена сумма количество
понедельник вторник среда четверг пятница суббота воскресенье утро вечер неделя месяц год собрание купить
позвонить написать Анна Мария Иван Пётр Наташа Москва Київ дякую Иванов Петрова
`;
const greek = `
καλημέρα ευχαριστώ σήμερα αύριο ψωμί γάλα τυρί αυγά ζάχαρη καφές νερό κρασί σχολείο μαθητής δάσκαλος άσκηση λύση
απάντηση ερώτηση σπίτι δρόμος πόλη όνομα επώνυμο ημερομηνία υπογραφή τηλέφωνο διεύθυνση τιμή σύνολο ποσότητα
Δευτέρα Τρίτη Τετάρτη Πέμπτη Παρασκευή Σάββατο Κυριακή Μαρία Γιώργος Ελένη Νίκος Αθήνα
`;
const devanagari = `
नाम घर पानी चाय दाल चावल आलू फल राम सीता राजा रात आज कल काम समय तारा सवाल जवाब बाजार शहर गाँव मकान सड़क
दूध नमक तेल आम केला मेला शाम सुबह महीना साल तारीख पता कुल रुपया भाई बहन माता दादा लाल नीला काला
`;
const hangul = `
사진 시간 나무 바다 우리 가구 기차 도로 이사 지하 하나 다시 소리 아이 아버지 오후 오전 여자 남자 주소
전화 서명 회사 과자 우유 고기 사과 바나나 포도 문제 부산 대구 인천 수원 요리 회의
`;

const split = (list: string): readonly string[] => list.trim().split(/\s+/);

/** Words of every alphabet. */
export const words: Readonly<Record<Alphabet, readonly string[]>> = {
  latin: split(latin),
  cyrillic: split(cyrillic),
  greek: split(greek),
  devanagari: split(devanagari),
  hangul: split(hangul),
};

/** Names of people. */
export const people: readonly string[] = split(names);

/** What short words stand between longer ones. */
export const smallWords: readonly string[] = split(
  'a an at as am my me we he the to for but und der den et la el',
);
