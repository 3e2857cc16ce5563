package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.testing.databases.InFlightWrite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ReportingServiceTest
class CatalogueTest {
    private String programme;

    @BeforeEach
    void ownProgramme() {
        programme = "C" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void findsPublishedRecordsOnly() {
        var lesson = lesson("Samenwerking met gemeenten", "");
        search("").body("items", empty()).body("total.value", equalTo(0));
        publish(lesson);
        search("").body("items.title", contains("Samenwerking met gemeenten"));
        Api.anonymous()
                .get("/v1/catalogue/" + lesson.substring(lesson.lastIndexOf('/') + 1))
                .then()
                .statusCode(200)
                .body("kind", equalTo("LESSON"));
        Api.reviewer()
                .body("{\"reason\":\"it names a person\"}")
                .post(lesson + "/withdrawal")
                .then()
                .statusCode(200);
        search("").body("items", empty());
        Api.anonymous()
                .get("/v1/catalogue/" + lesson.substring(lesson.lastIndexOf('/') + 1))
                .then()
                .statusCode(410)
                .body("type", equalTo("/v1/problems/gone"))
                .body("detail", containsString("it names a person"));
        publish(lesson);
        search("").body("items.title", contains("Samenwerking met gemeenten"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gemeente",
                "gemeenten",
                "GEMEENTEN",
                "gemeent",
                "samenwerk",
                "samenwerking gemeente",
                "de gemeente"
            })
    void findsDutchWordsByFormAndBeginning(String words) {
        publish(lesson("Samenwerking met gemeenten", ""));
        publish(lesson("Iets heel anders", ""));
        search("&q=" + words).body("items.title", contains("Samenwerking met gemeenten"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patienten met financiele zorgen",
                "patiënten",
                "PATIËNTEN",
                "financiële zorg",
                "ouders",
                "training",
                "trainingen",
                "Bedum",
                "het hogeland",
                "Groningen",
                "lokaal spoor",
                "local track",
                "preventie",
                "polarisation",
                "polariseren",
                "gepolariseerd",
                "goed voorbeeld",
                "goede voorbeelden",
                "gemeente Bedum",
                "provincie Groningen",
                "Groningse",
                "uitvoering",
                "project leadership",
                "weerbaarheidstrainigen",
                "hogelant",
                "schol"
            })
    void findsWordsOfTextPlaceAndLabels(String words) {
        publish(lesson(
                "Patiënten met financiële zorgen",
                ",\"text\":\"Weerbaarheidstrainingen voor jongeren en/of ouders.\",\"tags\":[\"school\"],"
                        + "\"track\":\"LOCAL\",\"actionLine\":\"PREVENTION\",\"phenomena\":[\"POLARISATION\"],"
                        + "\"phase\":\"EXECUTION\",\"helps\":[\"PROJECT_LEADERSHIP\"],"
                        + "\"place\":{\"scope\":\"MUNICIPAL\",\"municipalities\":[\"GM0005\"]}",
                "GOOD_PRACTICE"));
        publish(lesson("Iets heel anders", "", "DO"));
        search("&q=" + words).body("items.title", contains("Patiënten met financiële zorgen"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bedum", "Het Hogeland", "Winsum"})
    void findsMergedMunicipalityByItsFormerNames(String name) {
        publish(lesson("Een les", ",\"place\":{\"scope\":\"MUNICIPAL\",\"municipalities\":[\"GM1966\"]}"));
        publish(lesson("Een andere les", ",\"place\":{\"scope\":\"MUNICIPAL\",\"municipalities\":[\"GM0363\"]}"));
        search("&q=" + name).body("items.title", contains("Een les"));
    }

    /** What has the code of the place, and what names it in its text, by every name of it. */
    @ParameterizedTest
    @ValueSource(strings = {"Den Haag", "'s-Gravenhage", "s gravenhage", "The Hague", "haag"})
    void findsTheSameByEveryNameOfPlace(String name) {
        publish(lesson("Een les", ",\"place\":{\"scope\":\"MUNICIPAL\",\"municipalities\":[\"GM0518\"]}"));
        publish(lesson("Een andere les", ",\"place\":{\"scope\":\"MUNICIPAL\",\"municipalities\":[\"GM0363\"]}"));
        publish(lesson("Jongeren in Den Haag", ""));
        publish(lesson("Ouders te 's-Gravenhage", ""));
        search("&q=" + name)
                .body("items.title", containsInAnyOrder("Een les", "Jongeren in Den Haag", "Ouders te 's-Gravenhage"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Den Bosch", "'s-Hertogenbosch"})
    void findsTheSameByBothNamesOfPlace(String name) {
        publish(lesson("Een les", ",\"place\":{\"scope\":\"MUNICIPAL\",\"municipalities\":[\"GM0796\"]}"));
        publish(lesson("Jongeren in Den Bosch", ""));
        publish(lesson("Ouders te 's-Hertogenbosch", ""));
        publish(lesson("Den helder", ""));
        search("&q=" + name)
                .body(
                        "items.title",
                        containsInAnyOrder("Een les", "Jongeren in Den Bosch", "Ouders te 's-Hertogenbosch"));
    }

    @ParameterizedTest
    @CsvSource({
        "borging, Zo is het werk geborgd",
        "geborgd, Borging van het werk",
        "borgen, Borging van het werk",
        "jongerenwerk, De jongerenwerkers",
        "jongerenwerker, Steun voor jongerenwerk",
        "jongerenwerkers, Een jongerenwerker",
        "opleiding, Hoe wij zijn opgeleid",
        "opgeleid, Een opleiding voor docenten",
        "begeleiders, De begeleiding van ouders",
        "aanpakken, De aanpak in de wijk",
        "voorlichting, Ouders zijn voorgelicht",
        "polarisatiebeleid, Een beleid tegen polarisatie",
        "polarisatie beleid, Het polarisatiebeleid van de stad",
        "veiligheidsaanpak, Een aanpak van de veiligheid",
        "evalueren, Een evaluatie van ons werk",
        "geëvalueerd, Een evaluatie van ons werk",
        "evaluaties, Hoe wij ons werk evalueerden",
        "salafist, Onderzoek naar salafisme",
        "salafisme, Gesprekken met salafisten",
        "kind, Kinderen en hun ouders",
        "interventie, Interventies in de wijk",
        "actie, Acties van scholen"
    })
    void findsFormsOfVerbsAndParts(String words, String title) {
        publish(lesson(
                "Iets heel anders",
                ",\"actionLine\":\"PREVENTION\",\"interventionTypes\":[\"AWARENESS\"],\"phenomena\":[\"POLARISATION\"],"
                        + "\"place\":{\"scope\":\"MUNICIPAL\",\"municipalities\":[\"GM0363\"]}"));
        publish(lesson(title, ""));
        search("&q=" + words).body("items.title", contains(title)).body("correctedTo", equalTo(null));
    }

    /** The codes of an item begin with the name of their facet, which is no word of it. */
    @ParameterizedTest
    @ValueSource(strings = {"kind", "typ", "type", "phase", "role", "actio", "inter", "municip", "prov", "placesc"})
    void findsNothingByNameOfFacet(String words) {
        publish(lesson(
                "Iets heel anders",
                ",\"actionLine\":\"PREVENTION\",\"interventionTypes\":[\"AWARENESS\"],\"phase\":\"EXECUTION\","
                        + "\"helps\":[\"PROJECT_LEADERSHIP\"],"
                        + "\"place\":{\"scope\":\"MUNICIPAL\",\"municipalities\":[\"GM0363\"]}"));
        search("&q=" + words).body("items.title", empty());
    }

    /** "ver" is how the name of the facet "verdict" begins. */
    @Test
    void findsEveryWordThatBeginsAsNameOfFacet() {
        var shorter = IntStream.range(0, 45)
                .mapToObj(i -> "ver" + (char) ('a' + i / 26) + (char) ('a' + i % 26))
                .collect(Collectors.joining(" "));
        publish(lesson("Veel woorden", ",\"text\":\"" + shorter + "\""));
        publish(lesson("Verwonderlijk", ""));
        publish(lesson("Iets heel anders", ""));
        search("&q=ver").body("items.title", containsInAnyOrder("Veel woorden", "Verwonderlijk"));
    }

    @Test
    void showsItemsWithCodeBeforeThoseWithItsLabelAsWords() {
        publish(lesson("Goed voorbeeld: een goed voorbeeld voor goede voorbeelden", ""));
        publish(lesson("Een les", "", "GOOD_PRACTICE"));
        search("&q=goed voorbeeld")
                .body("items.title", contains("Een les", "Goed voorbeeld: een goed voorbeeld voor goede voorbeelden"));
    }

    @Test
    void deniedLabelFindsItsCodeFirstAndNotTheOpposite() {
        judged("EFFECTIVE", "Doeltreffend wat betreft het doel.");
        publish(lesson("Doeltreffend, doeltreffende aanpak", ""));
        publish(lesson("De aanpak was niet doeltreffend", ""));
        var ineffective = judged("INEFFECTIVE", "Zonder gevolgen.");
        search("&q=niet doeltreffend")
                .body("items", hasSize(3))
                .body("items[0].id", equalTo(ineffective.toString()))
                .body("items[1].title", equalTo("De aanpak was niet doeltreffend"))
                .body("correctedTo", equalTo(null));
    }

    /** Without the denial the opposite would be suggested. */
    @Test
    void suggestsNoOtherWordForDenial() {
        judged("EFFECTIVE", "Doeltreffend; niets hoeft te veranderen.");
        search("&q=niet doeltreffend").body("items", empty()).body("suggestions", empty());
    }

    private UUID judged(String verdict, String attainment) {
        var project = UUID.randomUUID();
        published(Report.of(programme, Api.round(programme, verdict), project).with("goalAttainment", attainment));
        var judgement = Api.create(
                "/v1/effect-judgements",
                EffectJudgementTest.judgement(",\"projectId\":\"" + project + "\"")
                        .replace("EFFECTIVE", verdict));
        publish(judgement);
        return project;
    }

    /** Bedum became a part of Het Hogeland, as Winsum did. */
    @Test
    void filterByMunicipalityFindsItsPredecessorsAndSuccessors() {
        publish(lesson("Later", ",\"place\":{\"scope\":\"MUNICIPAL\",\"municipalities\":[\"GM1966\"]}"));
        publish(lesson("Vroeger", ",\"place\":{\"scope\":\"MUNICIPAL\",\"municipalities\":[\"GM0005\"]}"));
        publish(lesson("Elders", ",\"place\":{\"scope\":\"MUNICIPAL\",\"municipalities\":[\"GM0363\"]}"));
        search("&municipality=GM1966").body("items.title", containsInAnyOrder("Later", "Vroeger"));
        search("&municipality=GM0005").body("items.title", containsInAnyOrder("Later", "Vroeger"));
        search("&municipality=GM0053").body("items.title", contains("Later"));
        search("&municipality=GM1966&q=vroeger").body("items.title", contains("Vroeger"));
        search("&municipality=GM1966&sort=publishedAt").body("items.title", contains("Later", "Vroeger"));
        search("&municipality=GM1966&q=elders").body("items", empty());
    }

    @Test
    void findsItemsOfWholeCountryByLabelOfScope() {
        publish(lesson("Een les", ",\"place\":{\"scope\":\"NATIONAL\"}"));
        publish(lesson("Een andere les", ""));
        search("&q=landelijk").body("items.title", contains("Een les"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"community", "communities", "train", "trained"})
    void findsEnglishWordsByForm(String word) {
        publish(lesson("Communities in training", ",\"language\":\"en\""));
        search("&q=" + word).body("items.title", contains("Communities in training"));
    }

    @Test
    void suggestsWordsForMistypedOnes() {
        var product = "{\"programme\":\"" + programme
                + "\",\"kind\":\"TOOL\",\"name\":\"Draaiboek onrust\",\"source\":\"t\"}";
        publish(Api.create("/v1/products", product));
        publish(Api.create("/v1/products", product.replace("TOOL", "GUIDE").replace("Draaiboek", "Omgaan met")));
        search("&q=drajboek")
                .body("items.title", contains("Draaiboek onrust"))
                .body("correctedTo", equalTo("draaiboek"))
                .body("suggestions[0].text", equalTo("draaiboek"))
                .body("suggestions[0].count", equalTo(1));
        search("&q=hanreiking onrust")
                .body("items.title", contains("Omgaan met onrust"))
                .body("correctedTo", equalTo("handreiking onrust"));
        search("&q=draaiboek").body("suggestions", empty()).body("correctedTo", equalTo(null));
        search("&q=drajboek&kind=LESSON").body("items", empty()).body("suggestions", empty());
    }

    /** Words of which one is the opposite of the other, or of another phenomenon. */
    @ParameterizedTest
    @CsvSource({
        "linksextremisme, en, Right-wing extremists, Those who left had support",
        "left-wing extremism, en, Right-wing extremists, Those who left had support",
        "far left, en, Not far from the group that they left, Far from home those who left",
        "extreem links, en, Right-wing extremism, What was left",
        "rechtsextremisme, en, Left-wing extremism, The right of young people",
        "rechts extremisme, nl, Vergelijking van dierenrechtenextremisme, Een onderzoek",
        "extreem rechts, nl, Dierenrechten, Extremisme voor de rechter",
        "dierenrechtenextremisme, nl, Gesprekken met rechtsextremisten, Over dieren"
    })
    void findsNoOtherPhenomenon(String words, String language, String title, String text) {
        publish(lesson(title, ",\"language\":\"" + language + "\",\"text\":\"" + text + "\""));
        search("&q=" + words).body("items.title", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "nl, gemeente, gemeenten, Een gemeente, De gemeenten",
        "en, municipality, municipalities, One municipality, All municipalities",
        "nl, provincie, provincies, Een provincie, De provincies",
        "nl, prijs, prijzen, De gemeenteprijs, Twee gemeenteprijzen",
        "nl, prijzen, prijs, De prijsuitreiking, De prijzen",
        "nl, huis, huizen, Een buurthuis, De buurthuizen",
        "nl, radicalisering, radicalisation, Radicalisering van jongeren, Deradicalisering in de stad",
        "en, radicalisering, radicalisation, Radicalisation of the young, Deradicalisation in cities",
        "nl, moskee, moskees, De moskee, Moskeeën",
        "nl, cost, costs, De kosten, Wat het kost",
        "nl, spend, spending, Er is minder uitgegeven, De besteding"
    })
    void findsTheSameBySingularAndPlural(String language, String one, String several, String title, String otherTitle) {
        publish(lesson(title, ",\"language\":\"" + language + "\""));
        publish(lesson(otherTitle, ",\"language\":\"" + language + "\""));
        publish(lesson("Een les", ",\"place\":{\"scope\":\"MUNICIPAL\",\"municipalities\":[\"GM0363\"]}"));
        List<String> found = search("&q=" + one).extract().path("items.title");
        assertTrue(found.containsAll(List.of(title, otherTitle)), found::toString);
        search("&q=" + several).body("items.title", containsInAnyOrder(found.toArray()));
    }

    /** No published text has the word, but its family has others. */
    @Test
    void suggestsWordOfFamily() {
        publish(lesson("De bestuurder beslist", ""));
        search("&q=burgermeester")
                .body("items.title", contains("De bestuurder beslist"))
                .body("correctedTo", equalTo("burgemeester"));
    }

    /** What begins or ends so is another word, unless it is a form or a compound. */
    @ParameterizedTest
    @CsvSource({
        "politie, De politiek van façadepolitiek, De politieagenten",
        "zelforganisatie, Een organisatie die zelf beslist, Contact met zelforganisaties",
        "deels doeltreffend, Doelen van deelnemers, Deels doeltreffende projecten",
        "police, A policy for cities, The police in cities",
        "meten, Samen met ouders, Hoe wij effecten meten",
        "plan, Een aanplant, Het nationale actieplan",
        "weren, Werken aan vertrouwen, Groepen weren",
        "kans, Kantoor, Meer kansen"
    })
    void findsNoOtherWordThatBeginsSo(String words, String other, String title) {
        publish(lesson(other, ""));
        publish(lesson(title, ""));
        search("&q=" + words).body("items.title", contains(title));
    }

    @ParameterizedTest
    @CsvSource({
        "leraren, nl, Gesprekken met docenten",
        "leerkracht, nl, De leraar in de klas",
        "docent, nl, Steun voor leerkrachten",
        "teachers, en, Educators in the mosque",
        "politie, nl, De wijkagent kent de buurt",
        "extreemrechts, nl, Gesprekken met rechtsextremisten",
        "extreem rechts, nl, Tegen rechtsextremisme",
        "far right, en, Against right-wing extremism",
        "nulmeting, nl, Resultaten worden weinig gemeten",
        "opvoedondersteuning, nl, Hulp voor opvoeders",
        "moskeeën, nl, Pedagogiek in de moskee",
        "moskee, nl, Lesgeven in moskeeën",
        "decentralisatie-uitkering, en, 53 were decentralisation grants",
        "decentralisatieuitkeringen, nl, De decentralisatie-uitkering",
        "best practice, nl, Een goed voorbeeld",
        "casusoverleg, nl, Afzonderlijke gevallen bespreken",
        "democratie, nl, Democratische waarden",
        "gastcolleges, en, 25 guest lectures",
        "polarization, en, Polarisation in cities"
    })
    void findsByKindredWords(String words, String language, String title) {
        publish(lesson("Iets heel anders", ""));
        publish(lesson(title, ",\"language\":\"" + language + "\""));
        search("&q=" + words).body("items.title", contains(title)).body("correctedTo", equalTo(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"extreemrechts", "extreem-rechts", "far right", "rechts-extremisme"})
    void kindredWordOfLabelFindsItsCodeFirst(String words) {
        publish(lesson("Rechts en extremisme, rechten en extremisme", ",\"phenomena\":[\"ANIMAL_RIGHTS_EXTREMISM\"]"));
        publish(lesson("Een les", ",\"phenomena\":[\"RIGHT_WING_EXTREMISM\"]"));
        search("&q=" + words).body("items[0].title", equalTo("Een les"));
    }

    /** "right" begins a word of the label of another phenomenon. */
    @ParameterizedTest
    @ValueSource(strings = {"right extremism", "right extremist", "right-wing extremism"})
    void nameOfCodeFindsNoCodeThatHasOneOfItsWords(String words) {
        publish(lesson("Een andere les", ",\"phenomena\":[\"ANIMAL_RIGHTS_EXTREMISM\"]"));
        publish(lesson("Een les", ",\"phenomena\":[\"RIGHT_WING_EXTREMISM\"]"));
        publish(lesson("Those who left right-wing extremist groups", ",\"language\":\"en\""));
        search("&q=" + words)
                .body("items.title", containsInAnyOrder("Een les", "Those who left right-wing extremist groups"));
    }

    @Test
    void suggestsNameOfPlaceForMistake() {
        publish(lesson("Een les", ",\"place\":{\"scope\":\"MUNICIPAL\",\"municipalities\":[\"GM0988\"]}"));
        search("&q=Weerd")
                .body("items.title", contains("Een les"))
                .body("suggestions.text", hasItem("weert"))
                .body("correctedTo", equalTo("weert"));
    }

    @Test
    void showsWordItselfBeforeKindredOnes() {
        publish(lesson("Docenten docenten", ""));
        publish(lesson("Iets over leraren in de klas van nu", ""));
        search("&q=leraar").body("items.title", contains("Iets over leraren in de klas van nu", "Docenten docenten"));
    }

    @Test
    void showsWordItselfBeforeCodeOfKindredLabel() {
        publish(lesson("Een les", ",\"helps\":[\"FRONTLINE_PROFESSIONAL\"]"));
        publish(lesson("Vakmensen weten meer", ""));
        search("&q=vakmensen").body("items.title", contains("Vakmensen weten meer", "Een les"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wel doen | Welzijn, welfare en wel te verstaan | Welzijn, welfare en <mark>wel</mark> te verstaan
            deels doeltreffend | Deelnemers vonden het deels doeltreffend | Deelnemers vonden het deels <mark>doeltreffend</mark>
            politie | Politieke politie | Politieke <mark>politie</mark>
            """)
    void marksOnlyWhatWasFound(String words, String title, String marked) {
        publish(lesson(title, ""));
        search("&q=" + words).body("items.titleHtml", contains(marked));
    }

    /** Each resembles a word of the text, but is a word itself; "eruit" says nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"fruit", "kerk", "huurt", "banken"})
    void correctsNoWordOfTheLanguage(String word) {
        publish(lesson("Zo ziet het eruit: werk in de buurt, met dank", ",\"text\":\"Wij danken en bakken.\""));
        search("&q=" + word).body("items", empty()).body("suggestions", empty()).body("correctedTo", equalTo(null));
    }

    @Test
    void suggestsNothingForWordThatIsPartOfCompound() {
        publish(lesson("Draaiboek in een hoek", ""));
        search("&q=boek").body("items.title", contains("Draaiboek in een hoek")).body("suggestions", empty());
    }

    @Test
    void suggestsForMistakeThatFindsEnough() {
        for (int i = 0; i < 5; i++) {
            publish(lesson("Polarisatie " + i, ""));
        }
        publish(lesson("Een les", ",\"phenomena\":[\"POLARISATION\"]"));
        search("&q=polarisate")
                .body("items", hasSize(5))
                .body("suggestions.text", contains("polarisatie"))
                .body("suggestions.count", contains(6))
                .body("correctedTo", equalTo(null));
    }

    /** Reiderland and Winschoten became a part of Oldambt. */
    @Test
    void formerMunicipalityFindsItsOwnAndItsSuccessorAndSuggestsWhatThatFinds() {
        publish(lesson("Buren", ",\"place\":{\"scope\":\"MUNICIPAL\",\"municipalities\":[\"GM0052\"]}"));
        search("&q=Reiderland")
                .body("items", empty())
                .body("suggestions.text", contains("oldambt"))
                .body("correctedTo", equalTo(null));
        publish(lesson("Vroeger", ",\"place\":{\"scope\":\"MUNICIPAL\",\"municipalities\":[\"GM1661\"]}"));
        publish(lesson("Later", ",\"place\":{\"scope\":\"MUNICIPAL\",\"municipalities\":[\"GM1895\"]}"));
        publish(lesson("In Nederland", ""));
        search("&q=Reiderland")
                .body("items.title", containsInAnyOrder("Vroeger", "Later"))
                .body("suggestions.text", contains("oldambt"))
                .body("suggestions.count", contains(3));
    }

    @Test
    void suggestsNothingThatOnlyWithdrawnItemsHave() {
        var lesson = lesson("Onverklaarbaar", "");
        publish(lesson);
        search("&q=onverkaarbaar").body("correctedTo", equalTo("onverklaarbaar"));
        Api.reviewer()
                .body("{\"reason\":\"it names a person\"}")
                .post(lesson + "/withdrawal")
                .then()
                .statusCode(200);
        search("&q=onverkaarbaar").body("suggestions", empty()).body("correctedTo", equalTo(null));
    }

    @Test
    void showsWholeMatchBeforeLongerWord() {
        publish(lesson("Ouders", ""));
        publish(lesson("Ouderschap ouderschap", ""));
        search("&q=ouders").body("items[0].title", equalTo("Ouders"));
    }

    @Test
    void filtersAndCountsByWhatItemsAreAbout() {
        var project = UUID.randomUUID();
        publish(lesson(
                "Eerste les",
                ",\"tags\":[\"school\"],\"track\":\"LOCAL\",\"phase\":\"SET_UP\",\"helps\":[\"RESEARCH\"],\"projectId\":\""
                        + project + "\"",
                "GOOD_PRACTICE"));
        publish(lesson("Tweede les", "", "DO"));
        var year = String.valueOf(LocalDate.now(ZoneId.of("Europe/Amsterdam")).getYear());
        search("")
                .body("facets.type.code", contains("DO", "GOOD_PRACTICE"))
                .body("facets.type.labelDutch", contains("wel doen", "goed voorbeeld"))
                .body("facets.type.labelEnglish", contains("do", "good practice"));
        search("&q=les")
                .body("facets.tag.code", contains("school"))
                .body("facets.phase.labelDutch", contains("opzet"))
                .body("facets.role.labelDutch", contains("onderzoek"))
                .body("facets.track.code", contains("LOCAL"))
                .body("facets.project.labelDutch", contains(project.toString()))
                .body("facets.year.code", contains(year))
                .body("facets.year.count", contains(2));
        for (var filter : List.of(
                "type=GOOD_PRACTICE",
                "tag=school",
                "track=LOCAL",
                "phase=SET_UP",
                "role=RESEARCH",
                "project=" + project)) {
            search("&" + filter).body("items.title", contains("Eerste les"));
        }
        search("&year=" + year + "&phase=SET_UP")
                .body("items.phase", contains("SET_UP"))
                .body("items[0].roles", contains("RESEARCH"));
        search("&year=2001").body("items", empty());
        for (var unknown : List.of("type=NONE", "role=FOO", "province=PV99")) {
            Api.anonymous()
                    .get("/v1/catalogue?" + unknown)
                    .then()
                    .statusCode(400)
                    .body("violations.code", contains("UNKNOWN_VALUE"))
                    .body("violations.name", contains(unknown.substring(0, unknown.indexOf('='))));
        }
    }

    @Test
    void sortsByPublication() {
        publish(lesson("Les een", ""));
        publish(lesson("Les twee les", ""));
        publish(lesson("Les drie", ""));
        for (var words : List.of("", "&q=les")) {
            search(words + "&sort=publishedAt").body("items.title", contains("Les een", "Les twee les", "Les drie"));
            search(words + "&sort=-publishedAt").body("items.title", contains("Les drie", "Les twee les", "Les een"));
            var first = search(words + "&sort=publishedAt&pageSize=2").extract();
            Api.anonymous()
                    .get(first.<String>path("links.next"))
                    .then()
                    .statusCode(200)
                    .body("items.title", contains("Les drie"))
                    .body("nextCursor", equalTo(null));
        }
    }

    @Test
    void ranksTitleAboveText() {
        publish(lesson("Een ander onderwerp", ",\"text\":\"Hier gaat het terloops over weerbaarheid.\""));
        publish(lesson("Weerbaarheid", ",\"text\":\"Een tekst.\""));
        search("&q=weerbaarheid").body("items.title", contains("Weerbaarheid", "Een ander onderwerp"));
    }

    @Test
    void fragmentsMarkFoundWordsAndEscapeEverythingElse() {
        publish(lesson(
                "Netwerk <b>bouwen</b>",
                ",\"text\":\"Een <script>alert(1)</script> netwerk & meer dan \\\"netwerken\\\".\""));
        search("&q=netwerk")
                .body("items[0].titleHtml", equalTo("<mark>Netwerk</mark> &lt;b&gt;bouwen&lt;/b&gt;"))
                .body("items[0].fragmentHtml", containsString("&lt;script&gt;"))
                .body("items[0].fragmentHtml", containsString("<mark>netwerk</mark> &amp; meer"))
                .body("items[0].fragmentHtml", not(containsString("<script")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&",
                "!",
                "a & | !",
                "(((",
                "'; drop table catalogue_item; --",
                ":*",
                "\\",
                "<->",
                "\"",
                "de het een",
                "%25%5f",
                "*",
                "💥",
                "a\u2028b"
            })
    void acceptsAnySearchText(String words) {
        Api.anonymous().queryParam("q", words).get("/v1/catalogue").then().statusCode(200);
    }

    @Test
    void rejectsInvalidQuery() {
        Api.anonymous()
                .queryParam("q", "x".repeat(201))
                .get("/v1/catalogue")
                .then()
                .statusCode(400);
        for (var blank : List.of("", " ", "\u200b")) {
            Api.anonymous()
                    .queryParam("q", blank)
                    .get("/v1/catalogue")
                    .then()
                    .statusCode(400)
                    .body("violations.name", contains("q"))
                    .body("violations.code", contains("REQUIRED"));
        }
        Api.anonymous()
                .get("/v1/catalogue?municipality=GM9999")
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("MUNICIPALITY_NOT_VALID"));
        Api.anonymous().get("/v1/catalogue?cursor=abc").then().statusCode(400);
        Api.anonymous().get("/v1/catalogue?sort=title").then().statusCode(400);
        Api.anonymous().get("/v1/catalogue/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void rejectsAllThatIsWrongTogether() {
        Api.anonymous()
                .get(
                        "/v1/catalogue?track=NONE&pageSize=0&year=soon&province=PV99&type=NONE&role=NONE&municipality=GM9999"
                                + "&sort=title&cursor=abc&foo=1&q=" + "x".repeat(201))
                .then()
                .statusCode(400)
                .body(
                        "violations.name",
                        containsInAnyOrder(
                                "track",
                                "pageSize",
                                "year",
                                "province",
                                "type",
                                "role",
                                "municipality",
                                "sort",
                                "cursor",
                                "foo",
                                "q"));
        Api.anonymous()
                .get("/v1/catalogue?sort=&cursor=&sort=title")
                .then()
                .statusCode(400)
                .body("violations.name", containsInAnyOrder("sort", "cursor"));
    }

    @Test
    void facetsCountFoundItems() {
        publish(
                lesson(
                        "Eerste les",
                        ",\"actionLine\":\"PREVENTION\",\"interventionTypes\":[\"AWARENESS\"],\"phenomena\":[\"POLARISATION\"],"
                                + "\"place\":{\"scope\":\"SUB_MUNICIPAL\",\"municipalities\":[\"GM0363\"],\"subArea\":\"Slotervaart\"}"));
        publish(lesson("Tweede les", ",\"actionLine\":\"PROACTION\",\"interventionTypes\":[\"AWARENESS\"]"));
        search("&q=les")
                .body("facets.interventionType[0].code", equalTo("AWARENESS"))
                .body("facets.interventionType[0].count", equalTo(2))
                .body("facets.actionLine.code", contains("PREVENTION", "PROACTION"))
                .body("facets.municipality.code", contains("GM0363"))
                .body("facets.province.code", contains("PV27"))
                .body("facets.phenomenon.code", contains("POLARISATION"));
        search("&province=PV27")
                .body("items.title", contains("Eerste les"))
                .body("items[0].placeScope", equalTo("MUNICIPAL"))
                .body("items[0]", not(org.hamcrest.Matchers.hasKey("subArea")));
        search("&municipality=GM0363&actionLine=PROACTION").body("items", empty());
    }

    /** Also if an item is withdrawn between the statements of the search. The items are shown after they are found. */
    @Test
    void foundAndShownItemsAreOfOneMoment() throws SQLException {
        publish(lesson("Een les", ""));
        publish(lesson("Een andere les", ""));
        try (var write = InFlightWrite.unregistered("lock table catalogue_verdict in access exclusive mode;"
                + " delete from catalogue_item where programme = '" + programme + "' and title = 'Een les'")) {
            var path = "/v1/catalogue?programme=" + programme;
            write.endWhenLockIsAwaitedBy(() -> Api.anonymous().get(path))
                    .then()
                    .statusCode(200)
                    .body("total.value", equalTo(2))
                    .body("facets.kind.count", contains(2))
                    .body("items.title", containsInAnyOrder("Een les", "Een andere les"));
        }
    }

    @Test
    void pagesHaveNoGapsWhileItemsAreAdded() {
        var expected = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            publish(lesson("Gelijke les " + i, ""));
            expected.add("Gelijke les " + i);
        }
        var found = new ArrayList<String>();
        var link = "/v1/catalogue?programme=" + programme + "&q=gelijke&pageSize=3";
        while (link != null) {
            var page = Api.anonymous().get(link).then().statusCode(200).extract();
            found.addAll(page.<List<String>>path("items.title"));
            link = page.path("links.next");
            var cursor = page.<String>path("nextCursor");
            assertTrue(link == null ? cursor == null : link.endsWith("&cursor=" + cursor), cursor);
            if (found.size() == 3) {
                publish(lesson("Gelijke les later", ""));
            }
        }
        assertEquals(
                expected.stream().sorted().toList(), found.stream().sorted().toList());
    }

    @Test
    void showsProjectWithItsPublishedVerdicts() {
        var project = UUID.randomUUID();
        var verdict = Api.create(
                "/v1/effect-judgements", EffectJudgementTest.judgement(",\"projectId\":\"" + project + "\""));
        Api.reviewer().post(verdict + "/publication").then().statusCode(200);
        search("").body("items", empty());
        var report = Api.begin(Report.of(programme, Api.round(programme, "r"), project));
        Api.take(report, "submission", "approval");
        search("").body("items", empty());
        Api.take(report, "publication");
        search("&kind=PROJECT&verdict=EFFECTIVE")
                .body("items.id", contains(project.toString()))
                .body("items.verdicts[0]", contains("EFFECTIVE"));
        Api.create("/v1/effect-judgements", EffectJudgementTest.judgement(",\"projectId\":\"" + project + "\""));
        search("&verdict=PROMISING").body("items", empty());
        var second = Api.create(
                "/v1/effect-judgements",
                EffectJudgementTest.judgement(",\"projectId\":\"" + project + "\"")
                        .replace("EFFECTIVE", "PROMISING"));
        Api.reviewer().post(second + "/publication").then().statusCode(200);
        search("&verdict=PROMISING").body("items[0].verdicts", contains("EFFECTIVE", "PROMISING"));
    }

    @Test
    void showsEvidenceBesideVerdict() {
        var project = UUID.randomUUID();
        var about = ",\"projectId\":\"" + project + "\"";
        var unproven = Api.create("/v1/effect-judgements", EffectJudgementTest.judgement(about));
        Api.reviewer().post(unproven + "/publication").then().statusCode(200);
        published(Report.of(programme, Api.round(programme, "r"), project));
        var proven = Api.create(
                "/v1/effect-judgements",
                EffectJudgementTest.judgement(about + ",\"evidenceLevel\":2").replace("EFFECTIVE", "PROMISING"));
        search("&kind=PROJECT")
                .body("items[0].judgements.verdict", contains("EFFECTIVE"))
                .body("items[0].judgements[0].evidenceLevel", equalTo(null))
                .body("items[0].judgements[0].findings.code", contains("VERDICT_ABOVE_EVIDENCE"));
        Api.reviewer().post(proven + "/publication").then().statusCode(200);
        search("&kind=PROJECT")
                .body("items[0].judgements.verdict", contains("EFFECTIVE", "PROMISING"))
                .body("items[0].judgements[1].evidenceLevel", equalTo(2))
                .body("items[0].judgements[1].findings", empty());
        Api.reviewer()
                .body("{\"reason\":\"a mistake\"}")
                .post(unproven + "/withdrawal")
                .then()
                .statusCode(200);
        search("&kind=PROJECT")
                .body("items[0].judgements.verdict", contains("PROMISING"))
                .body("items[0].withdrawnVerdicts", empty());
        Api.anonymous()
                .get("/v1/catalogue/" + project)
                .then()
                .statusCode(200)
                .body("judgements.verdict", contains("PROMISING"))
                .body("withdrawnVerdicts.verdict", contains("EFFECTIVE"))
                .body("withdrawnVerdicts.reason", contains("a mistake"))
                .body("claim", nullValue());
    }

    @Test
    void findsProjectByFactsOfItsReport() {
        var project = UUID.randomUUID();
        published(Report.of(programme, Api.round(programme, "r"), project)
                .saying("interventionTypes", List.of("AWARENESS"))
                .saying("phenomena", List.of("POLARISATION")));
        search("&phenomenon=POLARISATION&interventionType=AWARENESS").body("items.id", contains(project.toString()));
        search("&phenomenon=RIGHT_WING_EXTREMISM").body("items", empty());
    }

    @Test
    void hidesProjectThatCorrectionRemoves() {
        var stays = UUID.randomUUID();
        var goes = UUID.randomUUID();
        var round = Api.round(programme, "r");
        var report = published(Report.of(programme, round, stays, goes));
        search("").body("items.id", containsInAnyOrder(stays.toString(), goes.toString()));
        correct(report, Report.of(programme, round, stays));
        search("").body("items.id", contains(stays.toString()));
    }

    @Test
    void showsProjectOfLatestPublishedReport() {
        var project = UUID.randomUUID();
        var round = Api.round(programme, "r");
        var later = Api.round(programme, "s");
        var first = published(Report.of(programme, round, project).with("title", "First"));
        var second = published(Report.of(programme, later, project).with("title", "Second"));
        correct(first, Report.of(programme, round, project).with("title", "First, corrected"));
        search("").body("items.title", contains("Second"));
        correct(second, Report.of(programme, later, UUID.randomUUID()).with("title", "Of another"));
        search("").body("items.title", containsInAnyOrder("First, corrected", "Of another"));
    }

    @Test
    void projectOfWithdrawnReportIsShownAsInEarlierOneOrGone() {
        var project = UUID.randomUUID();
        var first = published(
                Report.of(programme, Api.round(programme, "r"), project).with("title", "First"));
        var second = published(
                Report.of(programme, Api.round(programme, "s"), project).with("title", "Second"));
        withdraw(second);
        search("").body("items.title", contains("First"));
        withdraw(first);
        search("").body("items", hasSize(0));
        Api.anonymous()
                .get("/v1/catalogue/" + project)
                .then()
                .statusCode(410)
                .body("detail", containsString("of another programme"));
        published(Report.of(programme, null, project).without("roundId").with("title", "Third"));
        search("").body("items.title", contains("Third"));
    }

    private static void withdraw(String report) {
        Api.named("another reviewer", Role.REVIEWER)
                .body("{\"reason\":\"of another programme\"}")
                .post(report + "/withdrawal")
                .then()
                .statusCode(200)
                .body("withdrawal.reason", equalTo("of another programme"));
    }

    @Test
    void findsProducts() {
        var product = Api.create(
                "/v1/products",
                "{\"programme\":\"" + programme
                        + "\",\"kind\":\"GUIDE\",\"name\":\"Handreiking weerwoord\",\"source\":\"t\"}");
        Api.reviewer().post(product + "/publication").then().statusCode(200);
        search("&q=handreiking&kind=PRODUCT").body("items", hasSize(1)).body("items.type", hasItem("GUIDE"));
    }

    private String lesson(String title, String more) {
        return lesson(title, more, "DO");
    }

    private String lesson(String title, String more, String kind) {
        return Api.create(
                "/v1/lessons",
                "{\"programme\":\"" + programme + "\",\"kind\":\"" + kind + "\",\"title\":\"" + title
                        + "\",\"source\":\"t\"" + more + "}");
    }

    private static String published(Report report) {
        var path = Api.begin(report);
        Api.take(path, "submission", "approval", "publication");
        return path;
    }

    private static void correct(String path, Report report) {
        Api.correct(path, Api.correction("a test", report.body()));
    }

    private static void publish(String path) {
        Api.reviewer().post(path + "/publication").then().statusCode(200);
    }

    private ValidatableResponse search(String more) {
        return Api.anonymous()
                .get("/v1/catalogue?programme=" + programme + more)
                .then()
                .statusCode(200);
    }
}
