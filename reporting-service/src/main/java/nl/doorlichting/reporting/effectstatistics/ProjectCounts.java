package nl.doorlichting.reporting.effectstatistics;

/** Projects: how many state something, and of how many it is the case. */
record ProjectCounts(
        long all,
        long reported,
        long baselineTaken,
        long baselineKnown,
        long selfEvaluated,
        long selfEvaluationKnown,
        long independentlyEvaluated,
        long independentEvaluationKnown) {

    static final ProjectCounts NONE = new ProjectCounts(0, 0, 0, 0, 0, 0, 0, 0);

    ProjectCounts plus(ProjectCounts more) {
        return new ProjectCounts(
                all + more.all,
                reported + more.reported,
                baselineTaken + more.baselineTaken,
                baselineKnown + more.baselineKnown,
                selfEvaluated + more.selfEvaluated,
                selfEvaluationKnown + more.selfEvaluationKnown,
                independentlyEvaluated + more.independentlyEvaluated,
                independentEvaluationKnown + more.independentEvaluationKnown);
    }
}
