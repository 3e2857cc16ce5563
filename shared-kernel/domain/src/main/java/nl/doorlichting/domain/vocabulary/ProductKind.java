package nl.doorlichting.domain.vocabulary;

/** What kind of thing was made. Source: policy review 25.1, lines 290, 338-414, 464-476, 678. */
public enum ProductKind {
    GUIDE,
    BROCHURE,
    TOOL,
    E_LEARNING,
    TEACHING_MATERIAL,
    COURSE,
    DATABASE,
    RESEARCH,
    OTHER
}
