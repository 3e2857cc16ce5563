package nl.doorlichting.kernel.vocabulary;

/**
 * Whom an activity reached. Source: docs/design/vocabulary.md#programme; the rows of the reach table in policy review
 * 25.1.
 */
public enum TargetGroup implements CodedValue {
    YOUTH_AND_PUPILS(new Wording(
            "jongeren en leerlingen",
            "youth and pupils",
            "Jongeren, op school of daarbuiten.",
            "Young people, at school or outside it.")),
    PROFESSIONALS_AND_OFFICIALS(new Wording(
            "professionals en ambtenaren",
            "professionals and officials",
            "Mensen die er door hun beroep of ambt mee te maken hebben.",
            "People who meet the subject through their profession or office.")),
    TARGET_GROUP_ORGANISATIONS_AND_KEY_PERSONS(new Wording(
            "organisaties van doelgroepen en sleutelpersonen",
            "target group organisations and key persons",
            "Verenigingen van de betrokken groepen en mensen met gezag daarin.",
            "Associations of the groups concerned and people with authority in them.")),
    OTHER(new Wording("overige", "other", "Wie in geen andere groep is geteld.", "Those counted in no other group.")),
    STUDENTS(new Wording(
            "studenten",
            "students",
            "Studenten die voor een betrokken beroep leren; een eigen groep bij trainingen.",
            "Students learning for a profession concerned; a group of its own under training."));

    private final Wording wording;

    TargetGroup(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
