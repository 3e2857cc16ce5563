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
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.records.RecordWithdrawalRequest;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.reporting.activity.OwnRecords;
import nl.doorlichting.reporting.activity.PlaceValidator;
import nl.doorlichting.reporting.catalogue.Catalogue;
import nl.doorlichting.reporting.publication.PublicationProposals;
import nl.doorlichting.reporting.publication.PublishableRecordService;

/** Adds the counts of its use to a product. */
@Singleton
public class ProductService extends PublishableRecordService<Product, ProductRequest, ProductResponse> {
    private final ProductUseRepository uses;

    ProductService(
            EntityManager entities,
            ProductUseRepository uses,
            OwnRecords own,
            PlaceValidator places,
            Catalogue catalogue,
            PublicationProposals proposals) {
        super(Product.class, entities, own, places, catalogue, proposals);
        this.uses = uses;
    }

    @Transactional
    ProductUseResponse count(UUID id, ProductUseRequest request) {
        lock(id);
        refuseCounted(id, null, request);
        var now = own.now();
        var use = new ProductUse(Ids.next(now), id, request, now, own.subject());
        uses.persistAndFlush(use);
        return use.response(own);
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

    @Transactional
    ProductUseResponse correctUse(UUID id, UUID useId, MergePatch changes) {
        var use = useOf(id, useId);
        var correction = changes.correct(use.content(), ProductUseRequest.class);
        refuseCounted(id, useId, correction.record());
        use.correct(correction.record(), own.correction(correction.reason()));
        uses.flush();
        return use.response(own);
    }

    private ProductUse useOf(UUID id, UUID useId) {
        lock(id);
        return uses.findByIdOptional(useId)
                .filter(found -> found.productId().equals(id))
                .orElseThrow(ProblemException::notFound);
    }

    /** From now on the count is no part of the use of the product. */
    @Transactional
    ProductUseResponse withdrawUse(UUID id, UUID useId, RecordWithdrawalRequest request) {
        var use = useOf(id, useId);
        use.withdraw(own.withdrawal(request));
        uses.flush();
        return use.response(own);
    }

    @Transactional
    Page<ProductUseResponse> uses(UUID id, Boolean withdrawn, Instant asOf, PageRequest request) {
        own.readPast(asOf);
        return uses.page(find(id).id(), withdrawn, request).map(use -> use.response(own));
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
