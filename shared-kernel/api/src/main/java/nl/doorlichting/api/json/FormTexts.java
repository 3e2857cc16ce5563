package nl.doorlichting.api.json;

/**
 * The texts of forms that a text has to have: the {@code message} of a {@code @Pattern}, which says in words what its regular
 * expression allows. A pattern without one fails the tests.
 */
public final class FormTexts {
    public static final String CODE = "form.code";
    public static final String ORGANISATION_NUMBER = "form.organisation-number";
    public static final String MUNICIPALITY = "form.municipality";
    public static final String ADDRESS = "form.address";
    public static final String LINK = "form.link";
    public static final String DUTCH_OR_ENGLISH = "form.dutch-or-english";
    public static final String LANGUAGE = "form.language";
    public static final String DECIMAL_SIGN = "form.decimal-sign";
    public static final String INCLUSION = "form.inclusion";
    public static final String TIME = "form.time";
    public static final String E_MAIL = "form.e-mail";
    public static final String CONTACT = "form.contact";
    public static final String NOT_BLANK = "form.not-blank";

    private FormTexts() {}
}
