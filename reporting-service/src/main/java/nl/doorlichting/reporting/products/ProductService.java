package nl.doorlichting.reporting.products;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.json.BodyRules;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.activity.CorrectionProposals;
import nl.doorlichting.reporting.activity.CorrectionRejectionRequest;
import nl.doorlichting.reporting.activity.OwnRecords;
import nl.doorlichting.reporting.activity.PlaceValidator;
import nl.doorlichting.reporting.activity.ReviewState;
import nl.doorlichting.reporting.catalogue.Catalogue;
import nl.doorlichting.reporting.publication.PublicationProposal;
import nl.doorlichting.reporting.publication.PublicationProposals;
import nl.doorlichting.reporting.publication.PublicationStatus;
import nl.doorlichting.reporting.publication.PublishableRecordService;
import nl.doorlichting.reporting.publication.ReviewedChanges;

/** Adds the counts of its use to a product. */
@Singleton
public class ProductService extends PublishableRecordService<Product, ProductRequest, ProductResponse>
        implements BodyRules {
    private final ProductUseRepository uses;
    private final PublicationProposals proposals;
    private final ReviewedChanges changes;

    ProductService(
            EntityManager entities,
            ProductUseRepository uses,
            OwnRecords own,
            PlaceValidator places,
            Catalogue catalogue,
            PublicationProposals proposals,
            ReviewedChanges changes) {
        super(Product.class, entities, own, places, catalogue, proposals, changes);
        this.uses = uses;
        this.proposals = proposals;
        this.changes = changes;
    }

    /** Of a public product the count waits for a reviewer, as the product did. */
    @Transactional
    ProductUseResponse count(UUID id, ProductUseRequest request) {
        var isPublic = isPublic(lock(id));
        refuseCounted(id, null, request);
        var now = own.now();
        var use = new ProductUse(Ids.next(now), id, request, now, own.subject());
        if (isPublic) {
            use.review(ReviewState.AWAITED);
        }
        uses.persist(use);
        return written(use);
    }

    private void refuseCounted(UUID id, UUID self, ProductUseRequest request) {
        ProblemException.refuse(own.future("/period/from", request.period().from()));
        uses.of(id).stream()
                .filter(known -> !known.id().equals(self) && known.period().overlaps(request.period()))
                .findFirst()
                .ifPresent(known -> {
                    throw ProblemException.alreadyExists(
                            Text.of("product.use-counted", known.period().code()),
                            ProductResource.PATH + "/" + id + "/uses");
                });
    }

    /** Of a public product the correction waits for a reviewer, as that of the product does. */
    @Transactional
    ProductUseResponse correctUse(UUID id, UUID useId, MergePatch patch) {
        var isPublic = isPublic(lock(id));
        var use = useOf(id, useId);
        changes.correct(use, patch, of -> isPublic, corrected -> refuseCounted(id, useId, corrected));
        return written(use);
    }

    private static boolean isPublic(Product product) {
        return product.status() == PublicationStatus.PUBLISHED;
    }

    private ProductUse useOf(UUID id, UUID useId) {
        return uses.findByIdOptional(useId)
                .filter(found -> found.productId().equals(id))
                .orElseThrow(ProblemException::notFound);
    }

    /** From now on the count is no part of the use of the product. Of a public product this waits for a reviewer. */
    @Transactional
    ProductUseResponse withdrawUse(UUID id, UUID useId, RecordWithdrawalRequest request) {
        var isPublic = isPublic(lock(id));
        var use = useOf(id, useId);
        changes.withdraw(use, request, of -> isPublic);
        return written(use);
    }

    /** Approves the count that waits, its correction or its withdrawal; 403 for the caller that wrote it. */
    @Transactional
    ProductUseResponse approveUseCorrection(UUID id, UUID useId) {
        lock(id);
        var use = useOf(id, useId);
        changes.approve(use, corrected -> refuseCounted(id, useId, corrected));
        return written(use);
    }

    /** Leaves the count as it is; one that waits for its first review is withdrawn. */
    @Transactional
    ProductUseResponse rejectUseCorrection(UUID id, UUID useId, CorrectionRejectionRequest request) {
        lock(id);
        var use = useOf(id, useId);
        changes.reject(use, request);
        return written(use);
    }

    /** The count as it is when what waits is approved; 404 when nothing does. */
    @Transactional
    ProductUseResponse pendingUseCorrection(UUID id, UUID useId) {
        var use = useOf(find(id).id(), useId);
        var proposal = changes.waiting(List.of(use)).get(useId);
        uses.getEntityManager().detach(use);
        changes.show(use);
        return use.response(proposal != null, null, changes.actions(use, proposal));
    }

    /** What else is wrong with a product, or a count of its use, that is refused for its form. */
    @Override
    public List<Violation> furtherViolations(Record body, String path) {
        if (body instanceof ProductRequest request) {
            return ProblemException.noted(() -> refuseMisfits(request, null));
        }
        return body instanceof ProductUseRequest use && use.period() != null
                ? own.future("/period/from", use.period().from())
                : List.of();
    }

    /** With the corrections and withdrawals of its counts, which end with it. */
    @Override
    @Transactional
    public ProductResponse withdraw(UUID id, RecordWithdrawalRequest request) {
        var withdrawn = super.withdraw(id, request);
        proposals.end(uses.of(id).stream().map(ProductUse::id).toList(), own.withdrawal(request));
        return withdrawn;
    }

    /** The filter, and only products of which, or of whose counts of use, something waits for a reviewer. */
    @Override
    public Filter correctionPending(Filter filter, Boolean only) {
        var waits = CorrectionProposals.waits(
                PublicationProposal.class,
                "p.recordId = e.id or p.recordId in (select u.id from ProductUse u where u.productId = e.id)");
        var useWaits = "exists (select 1 from ProductUse u where u.productId = e.id"
                + " and u.review.awaitsReview = true and u.withdrawal.withdrawnAt is null)";
        return CorrectionProposals.narrow(filter, only, own.readsProposals(), waits + " or " + useWaits);
    }

    private ProductUseResponse written(ProductUse use) {
        uses.flush();
        return useResponses(List.of(use)).apply(use);
    }

    private Function<ProductUse, ProductUseResponse> useResponses(List<ProductUse> shown) {
        var waiting = changes.waiting(shown);
        var rejected = changes.rejected(shown);
        return use -> {
            var proposal = waiting.get(use.id());
            return use.response(proposal != null, rejected.get(use.id()), changes.actions(use, proposal));
        };
    }

    @Transactional
    Page<ProductUseResponse> uses(UUID id, Boolean withdrawn, Instant asOf, PageRequest request) {
        own.readPast(asOf);
        var page = uses.page(find(id).id(), withdrawn, request);
        return page.map(useResponses(page.items()));
    }

    @Override
    protected Product make(UUID id, ProductRequest request, Instant now) {
        return new Product(id, request, now, own.subject());
    }

    @Override
    protected Function<Product, ProductResponse> responses(List<Product> shown) {
        var counted = uses.counted(shown);
        var reviews = reviews(shown);
        return product ->
                ProductResponse.from(product, counted.getOrDefault(product.id(), List.of()), reviews.apply(product));
    }

    @Override
    protected ProblemException taken(UUID existing) {
        return ProblemException.alreadyExists(
                Text.of("product.reference-taken"), ProductResource.PATH + "/" + existing);
    }
}
