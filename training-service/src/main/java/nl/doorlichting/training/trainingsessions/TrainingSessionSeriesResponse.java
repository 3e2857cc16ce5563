package nl.doorlichting.training.trainingsessions;

import java.util.List;

/**
 * Sessions of a series.
 *
 * @param series code that the sessions share, as in autumn-2026
 * @param sessions the sessions that were planned, one for each requested day and in that order; of a change, those that were
 *     changed, in the order of their days
 */
public record TrainingSessionSeriesResponse(String series, List<TrainingSessionResponse> sessions) {}
