package nl.doorlichting.reporting.products;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.records.RecordWithdrawal;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.activity.CorrectionRejectionRequest;
import nl.doorlichting.reporting.activity.OwnRecords;
import nl.doorlichting.reporting.activity.PlaceValidator;
import nl.doorlichting.reporting.activity.RecordCorrection;
import nl.doorlichting.reporting.catalogue.Catalogue;
import nl.doorlichting.reporting.publication.PublicationProposal;
import nl.doorlichting.reporting.publication.PublicationProposals;
import nl.doorlichting.reporting.publication.PublicationStatus;
import nl.doorlichting.reporting.publication.PublishableRecordService;

/** Adds the counts of its use to a product. */
@Singleton
public class ProductService extends PublishableRecordService<Product, ProductRequest, ProductResponse> {
    private final ProductUseRepository uses;
    private final PublicationProposals proposals;

    ProductService(
            EntityManager entities,
            ProductUseRepository uses,
            OwnRecords own,
            PlaceValidator places,
            Catalogue catalogue,
            PublicationProposals proposals) {
        super(Product.class, entities, own, places, catalogue, proposals);
        this.uses = uses;
        this.proposals = proposals;
    }

    @Transactional
    ProductUseResponse count(UUID id, ProductUseRequest request) {
        lock(id);
        refuseCounted(id, null, request);
        var now = own.now();
        var use = new ProductUse(Ids.next(now), id, request, now, own.subject());
        uses.persistAndFlush(use);
        return use.response(own, null);
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
    ProductUseResponse correctUse(UUID id, UUID useId, MergePatch changes) {
        var isPublic = isPublic(lock(id));
        var use = useOf(id, useId);
        proposals.refuseSecond(useId);
        var correction = changes.correct(use.content(), ProductUseRequest.class);
        refuseCounted(id, useId, correction.record());
        if (isPublic) {
            proposals.propose(useId, changes, correction.reason());
            return response(use);
        }
        return corrected(use, correction.record(), own.correction(correction.reason()));
    }

    private ProductUseResponse corrected(ProductUse use, ProductUseRequest record, RecordCorrection why) {
        use.correct(record, why);
        uses.flush();
        return response(use);
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
        proposals.refuseSecond(useId);
        if (isPublic) {
            // 409 when it is withdrawn.
            use.content();
            proposals.proposeWithdrawal(useId, request.reason());
            return response(use);
        }
        return withdrawn(use, own.withdrawal(request));
    }

    private ProductUseResponse withdrawn(ProductUse use, RecordWithdrawal why) {
        use.withdraw(why);
        uses.flush();
        return response(use);
    }

    /** Makes the correction or withdrawal that waits; 403 for the caller that proposed it. */
    @Transactional
    ProductUseResponse approveUseCorrection(UUID id, UUID useId) {
        lock(id);
        var use = useOf(id, useId);
        var stated = use.content();
        var proposal = proposals.approve(useId);
        if (proposal.isWithdrawal()) {
            return withdrawn(use, new RecordWithdrawal(own.now(), proposal.proposedBy(), proposal.reason()));
        }
        var correction = proposals.changes(proposal).correct(stated, ProductUseRequest.class);
        refuseCounted(id, useId, correction.record());
        return corrected(
                use, correction.record(), new RecordCorrection(own.now(), proposal.proposedBy(), correction.reason()));
    }

    /** Leaves the count as it is. */
    @Transactional
    ProductUseResponse rejectUseCorrection(UUID id, UUID useId, CorrectionRejectionRequest request) {
        lock(id);
        var use = useOf(id, useId);
        use.content();
        proposals.reject(useId, request);
        return response(use);
    }

    /** The count as the correction or withdrawal that waits leaves it; 404 when none does. */
    @Transactional
    ProductUseResponse pendingUseCorrection(UUID id, UUID useId) {
        var use = useOf(find(id).id(), useId);
        var proposal = proposals.waiting(useId).orElseThrow(ProblemException::notFound);
        // What is not approved is never stored.
        uses.getEntityManager().detach(use);
        if (proposal.isWithdrawal()) {
            use.withdraw(new RecordWithdrawal(proposal.proposedAt(), proposal.proposedBy(), proposal.reason()));
        } else {
            var correction = proposals.changes(proposal).correct(use.content(), ProductUseRequest.class);
            use.correct(
                    correction.record(),
                    new RecordCorrection(proposal.proposedAt(), proposal.proposedBy(), correction.reason()));
        }
        return use.response(own, proposals.actions(proposal));
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
        if (!Boolean.TRUE.equals(only)) {
            return filter;
        }
        return filter.where(
                own.readsProposals()
                        ? "exists (select 1 from PublicationProposal p where p.decidedAt is null and (p.recordId = e.id"
                                + " or p.recordId in (select u.id from ProductUse u where u.productId = e.id)))"
                        : "1 = 0");
    }

    private ProductUseResponse response(ProductUse use) {
        return responses(use).apply(use);
    }

    private Function<ProductUse, ProductUseResponse> responses(ProductUse... shown) {
        var waiting = own.readsProposals()
                ? proposals.waiting(Stream.of(shown).map(ProductUse::id).toList())
                : Map.<UUID, PublicationProposal>of();
        return use -> {
            var proposal = waiting.get(use.id());
            return use.response(own, proposal == null ? null : proposals.actions(proposal));
        };
    }

    @Transactional
    Page<ProductUseResponse> uses(UUID id, Boolean withdrawn, Instant asOf, PageRequest request) {
        own.readPast(asOf);
        var page = uses.page(find(id).id(), withdrawn, request);
        return page.map(responses(page.items().toArray(ProductUse[]::new)));
    }

    @Override
    protected Product make(UUID id, ProductRequest request, Instant now) {
        return new Product(id, request, now, own.subject());
    }

    @Override
    protected Function<Product, ProductResponse> responses(List<Product> shown) {
        var counted = uses.of(shown);
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
