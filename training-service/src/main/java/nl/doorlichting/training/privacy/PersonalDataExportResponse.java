package nl.doorlichting.training.privacy;

import java.util.List;

/** All that is kept of one person; nothing of who is not known. */
public record PersonalDataExportResponse(List<PersonalDataRecord> records) {}
