import type { Random } from './random.ts';

/** Names that occur together, and the language that such a family may speak at home. */
type Origin = {
  language: string;
  family: readonly string[];
  girls: readonly string[];
  boys: readonly string[];
  mothers: readonly string[];
  fathers: readonly string[];
};

const words = (text: string) => text.split(' ');

const ENGLISH: Origin = {
  language: 'en',
  family: words(
    'Ashdown Barrowby Calloway Dunmore Eastwell Fenwick Garsdale Haverley Inchbold Kettering Lockyer Marlowe Northcott Oakhurst Pemberley Quayle Rushford Selwood Thornbury Underhay Wetherall Yardley Blackmore Copeland Dewhurst Farnaby Gillow Hartnell',
  ),
  girls: words('Ada Beatrix Clara Edie Florence Hazel Ivy Mabel Nell Orla Poppy Willa Esme Tabitha'),
  boys: words('Alfie Barnaby Caleb Dexter Ellis Felix Gabriel Hugo Jasper Kit Ned Rowan Toby Wilf'),
  mothers: words('Hannah Laura Rachel Emily Joanne Kirsty Natalie Gemma Helen Abigail'),
  fathers: words('Daniel Matthew Stephen Craig Adam Neil Gareth Simon Peter Lewis'),
};
const SPANISH: Origin = {
  language: 'es',
  family: words(
    'Arango Bermúdez Cifuentes Duarte Escamilla Forero Galindo Hinestroza Lozano Montoya Narváez Ospina Pineda Quiroga Rincón Saavedra Tovar Urrutia Valderrama Zuluaga',
  ),
  girls: words('Alma Camila Elena Isabela Lucía Mariana Noelia Paloma Renata Sara Valeria'),
  boys: words('Andrés Bruno Emiliano Joaquín Lorenzo Martín Nicolás Samuel Tomás Benicio Ciro'),
  mothers: words('Adriana Claudia Diana Gloria Marcela Patricia Yolanda Viviana'),
  fathers: words('Álvaro Fernando Germán Hernán Jairo Mauricio Óscar Rubén'),
};
const OTHERS: readonly Origin[] = [
  {
    language: 'pl',
    family: words('Borowiak Dudziak Grzelak Jaworska Kmiecik Lipowski Mroczek Zaremba'),
    girls: words('Hania Lena Zosia Maja'),
    boys: words('Antek Filip Staś Leon'),
    mothers: words('Agnieszka Kinga Monika'),
    fathers: words('Marek Paweł Tomasz'),
  },
  {
    language: 'ur',
    family: words('Baloch Chaudhry Durrani Gilani Lodhi Mirza Qazi Sarwar'),
    girls: words('Aleena Hafsa Maryam Zoya'),
    boys: words('Ayaan Hamza Rayyan Zain'),
    mothers: words('Farah Nadia Saima'),
    fathers: words('Adeel Kamran Usman'),
  },
  {
    language: 'en',
    family: words('Abioye Boateng Chukwuma Danquah Ezenwa Kalu Mensah Nwosu Oyelaran Tetteh'),
    girls: words('Adaeze Efua Ife Temi'),
    boys: words('Chidi Kofi Obinna Tobi'),
    mothers: words('Abena Folake Ngozi Yetunde'),
    fathers: words('Emeka Kwame Segun Yaw'),
  },
  {
    language: 'ar',
    family: words('Al-Hariri Barakat Darwish Haddad Khoury Mansour Najjar Shahin'),
    girls: words('Dana Lamia Rim Yasmin'),
    boys: words('Adnan Karim Nabil Sami'),
    mothers: words('Hala Mona Rania'),
    fathers: words('Bassam Fadi Ziad'),
  },
  {
    language: 'pt',
    family: words('Almada Bragança Caldeira Figueira Leitão Moutinho Sequeira Vilhena'),
    girls: words('Inês Leonor Matilde Teresa'),
    boys: words('Duarte Gaspar Rodrigo Vasco'),
    mothers: words('Catarina Filipa Susana'),
    fathers: words('Nuno Rui Tiago'),
  },
  {
    language: 'bn',
    family: words('Bhowmik Chakma Haldar Mazumder Rahaman Sarkar Talukder'),
    girls: words('Anika Mitali Rupa Tania'),
    boys: words('Arif Dipto Rafi Tanvir'),
    mothers: words('Nasrin Shirin Sultana'),
    fathers: words('Jamil Monir Shafiq'),
  },
  {
    language: 'so',
    family: words('Abdulle Farah Guled Hersi Jama Warsame'),
    girls: words('Hodan Idil Sagal'),
    boys: words('Bile Guuleed Liban'),
    mothers: words('Fadumo Hibo Ubah'),
    fathers: words('Abshir Cabdi Mahad'),
  },
  {
    language: 'zh',
    family: words('Cheung Fong Kwan Leung Tsang Yeung'),
    girls: words('Hei-Lam Ka-Yan Sze-Wing'),
    boys: words('Chun-Hin Ho-Yin Tsz-Kit'),
    mothers: words('Mei-Ling Suk-Yee Wai-Man'),
    fathers: words('Kin-Fai Man-Ho Wing-Hong'),
  },
];

/** A family: the child, who turns at home, and the language to call them in. */
export type Family = {
  familyName: string;
  givenName: string;
  sex: 'female' | 'male';
  mother: string;
  father: string;
  language: string;
};

/** So many families come before one has the name of an earlier one. */
const NAMES_APART = 40;
const GIVEN_NAMES_APART = 14;

/** Invents families, no child's name twice. `spanish` is the share of families that speak Spanish. */
export function familyMaker(random: Random, spanish: number): () => Family {
  const taken = new Set<string>();
  const lately: Family[] = [];
  const draw = (): Family => {
    const origin = random.weighted([
      [spanish, SPANISH],
      [(1 - spanish) * 0.55, ENGLISH],
      [(1 - spanish) * 0.45, random.pick(OTHERS)],
    ]);
    const sex = random.chance(0.5) ? 'female' : 'male';
    const familyName = random.pick(origin.family);
    const givenName = random.pick(sex === 'female' ? origin.girls : origin.boys);
    const mother = `${random.pick(origin.mothers)} ${familyName}`;
    const father = `${random.pick(origin.fathers)} ${familyName}`;
    return { familyName, givenName, sex, mother, father, language: origin.language };
  };
  return () => {
    for (;;) {
      const family = draw();
      const name = `${family.familyName} ${family.givenName}`;
      const isSameFamily = lately.some((one) => one.familyName === family.familyName);
      const isSameGiven = lately.slice(-GIVEN_NAMES_APART).some((one) => one.givenName === family.givenName);
      if (taken.has(name) || isSameFamily || isSameGiven) continue;
      taken.add(name);
      lately.push(family);
      if (lately.length > NAMES_APART) lately.shift();
      return family;
    }
  };
}
