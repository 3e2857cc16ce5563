package nl.doorlichting.kernel.vocabulary;

/** What a coded value is called and means, in Dutch and in English; our own words, none may be empty. */
public record Wording(String labelDutch, String labelEnglish, String definitionDutch, String definitionEnglish) {

    public Wording {
        refuseBlank(labelDutch);
        refuseBlank(labelEnglish);
        refuseBlank(definitionDutch);
        refuseBlank(definitionEnglish);
    }

    private static void refuseBlank(String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("a coded value has a label and a definition in both languages");
        }
    }
}
