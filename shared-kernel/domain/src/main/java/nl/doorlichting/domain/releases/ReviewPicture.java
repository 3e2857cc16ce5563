package nl.doorlichting.domain.releases;

/** A picture of the review page, with the chapter that it stands in. */
public enum ReviewPicture {
    BUDGET(ReviewChapter.MONEY),
    FLOW(ReviewChapter.MONEY),
    PARTS(ReviewChapter.MONEY),
    INSTRUMENTS(ReviewChapter.MONEY),
    REACH(ReviewChapter.REACH),
    GROWTH(ReviewChapter.REACH),
    PROJECTS(ReviewChapter.REACH),
    TRAININGS(ReviewChapter.TRAININGS),
    RATING(ReviewChapter.TRAININGS),
    MAP(ReviewChapter.WHERE),
    VERDICTS(ReviewChapter.EFFECT),
    COVERAGE(ReviewChapter.EFFECT),
    EMBEDDING(ReviewChapter.EMBEDDING),
    EMBEDDING_MOMENTS(ReviewChapter.EMBEDDING),
    FINDINGS(ReviewChapter.FINDINGS),
    CLAIMS(ReviewChapter.FINDINGS),
    LESSONS(ReviewChapter.LESSONS);

    private final ReviewChapter chapter;

    ReviewPicture(ReviewChapter chapter) {
        this.chapter = chapter;
    }

    public ReviewChapter chapter() {
        return chapter;
    }
}
