package nl.doorlichting.training.trainingsessions;

import java.util.List;

/**
 * A planned series, its sessions in the order of the requested days.
 *
 * @param series code that the sessions share, as in autumn-2026
 * @param sessions the sessions that were planned, one for each requested day and in that order
 */
public record TrainingSessionSeriesResponse(String series, List<TrainingSessionResponse> sessions) {}
