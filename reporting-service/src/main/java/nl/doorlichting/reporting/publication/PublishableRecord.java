package nl.doorlichting.reporting.publication;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.platform.json.StrictJson;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.ReportingAccess;
import nl.doorlichting.reporting.activity.ActivityColumns;
import nl.doorlichting.reporting.activity.ActivityFields;
import nl.doorlichting.reporting.activity.CorrectableRecord;
import nl.doorlichting.reporting.activity.OwnRecords;
import nl.doorlichting.reporting.catalogue.CatalogueEntry;
import nl.doorlichting.reporting.catalogue.CatalogueKind;

/**
 * A record of a project that can become public. A researcher changes it while it is a draft, a reviewer publishes or
 * withdraws it. A published record changes only by a correction that another reviewer approves, so that what is cited is what a
 * reviewer saw. A withdrawn one is a draft that is shown nowhere; its next publication ends the withdrawal.
 *
 * @param <Q> the request that makes and changes it
 */
@MappedSuperclass
public abstract class PublishableRecord<Q extends Record & PublishableRecord.Content> extends CorrectableRecord<Q> {
    /** The language of what does not say. */
    public static final String DUTCH = "nl";

    private static final String UPDATE = "update";
    private static final String PUBLICATION = "publication";
    private static final String CORRECTIONS = "corrections";
    private static final String WITHDRAWAL = "withdrawal";

    /** The fields that all these records have. */
    public interface Content extends ActivityFields {
        String programme();

        String reference();

        String language();

        String source();
    }

    private String programme;
    private String reference;

    // Not private: Hibernate's enhancement of a subclass reads an embedded field itself.
    @Embedded
    protected ActivityColumns activity;

    private String language;
    private String source;

    @Enumerated(EnumType.STRING)
    private PublicationStatus status;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "published_by")
    private String publishedBy;

    /** For the persistence provider. */
    protected PublishableRecord() {}

    protected PublishableRecord(UUID id, Q content, Instant createdAt, String createdBy) {
        super(id, content, createdAt, createdBy);
        status = PublicationStatus.DRAFT;
    }

    /** 409 unless it is a draft. */
    public void change(Q request) {
        refuseUnless(PublicationStatus.DRAFT, Text.of("publication.immutable"));
        if (!StrictJson.isUnchanged(content(), request)) {
            state(request);
        }
    }

    /** 409 unless it is public. */
    public void refuseCorrectionOfDraft() {
        refuseUnless(PublicationStatus.PUBLISHED, Text.of("publication.draft-updated"));
    }

    /** 409 unless it is a draft. */
    public CatalogueEntry publish(Instant at, String by) {
        refuseUnless(PublicationStatus.DRAFT, Text.of("publication.public-already"));
        status = PublicationStatus.PUBLISHED;
        publishedAt = at;
        publishedBy = by;
        withdrawal = null;
        return catalogueEntry();
    }

    /** 409 when it is withdrawn already. */
    @Override
    public void withdraw(RecordWithdrawal why) {
        if (withdrawal != null) {
            throw ProblemException.invalidState(Text.of("record.withdrawn-already"), List.of(UPDATE, PUBLICATION));
        }
        withdrawal = why;
        status = PublicationStatus.DRAFT;
        publishedAt = null;
        publishedBy = null;
    }

    /** What this caller may do now, beside the decision about a correction that waits. */
    List<String> allowedActions(OwnRecords caller, boolean correctionWaits) {
        if (status == PublicationStatus.PUBLISHED) {
            var allowed = new ArrayList<String>();
            if (!correctionWaits) {
                allowed.addAll(caller.actions(ReportingAccess.WRITE_INVENTORIES, CORRECTIONS));
            }
            allowed.addAll(caller.withdrawalAction(true));
            return allowed;
        }
        var allowed = new ArrayList<>(caller.actions(ReportingAccess.WRITE_INVENTORIES, UPDATE));
        allowed.addAll(caller.actions(ReportingAccess.PUBLISH_RESULTS, PUBLICATION));
        if (withdrawal == null) {
            allowed.addAll(caller.withdrawalAction(false));
        }
        return allowed;
    }

    public abstract CatalogueKind catalogueKind();

    protected abstract CatalogueEntry catalogueEntry();

    protected CatalogueEntry catalogueEntry(String kind, String title, String text, List<String> tags) {
        var words = new CatalogueEntry.Text(title, text, tags, language, source);
        return new CatalogueEntry(catalogueKind(), id(), programme, kind, words, activity, publishedAt);
    }

    /** A subclass adds its own fields. */
    @Override
    protected void state(Q content) {
        programme = content.programme();
        reference = content.reference();
        activity = ActivityColumns.of(content);
        language = content.language();
        source = content.source();
    }

    private void refuseUnless(PublicationStatus needed, Text detail) {
        if (status != needed) {
            var allowed = status == PublicationStatus.PUBLISHED
                    ? List.of(CORRECTIONS, WITHDRAWAL)
                    : List.of(UPDATE, PUBLICATION);
            throw ProblemException.of(ProblemType.INVALID_STATE, detail, Map.of("allowed", allowed));
        }
    }

    protected String programme() {
        return programme;
    }

    protected String reference() {
        return reference;
    }

    public ActivityFields activity() {
        return activity;
    }

    protected String language() {
        return language;
    }

    protected String source() {
        return source;
    }

    public PublicationStatus status() {
        return status;
    }

    public Instant publishedAt() {
        return publishedAt;
    }
}
