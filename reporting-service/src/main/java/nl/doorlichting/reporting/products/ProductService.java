package nl.doorlichting.reporting.products;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.id.Ids;
import nl.doorlichting.platform.lists.Filter;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.responses.IfMatch;
import nl.doorlichting.reporting.activity.OwnRecords;
import nl.doorlichting.reporting.activity.PlaceValidator;
import nl.doorlichting.reporting.activity.PublicationSteps;
import nl.doorlichting.reporting.catalogue.Catalogue;
import nl.doorlichting.reporting.catalogue.CatalogueKind;

/** Records products and their use, and makes them public. */
@ApplicationScoped
public class ProductService {
    private final ProductRepository products;
    private final ProductUseRepository uses;
    private final OwnRecords own;
    private final PlaceValidator places;
    private final Catalogue catalogue;

    ProductService(
            ProductRepository products,
            ProductUseRepository uses,
            OwnRecords own,
            PlaceValidator places,
            Catalogue catalogue) {
        this.products = products;
        this.uses = uses;
        this.own = own;
        this.places = places;
        this.catalogue = catalogue;
    }

    @Transactional
    ProductResponse create(ProductRequest request) {
        places.refuseUnknown(request.place(), "/place");
        refuseSecond(request, null);
        var now = own.now();
        var product = new Product(Ids.next(now), request, now, own.subject());
        products.persist(product);
        return response(product);
    }

    @Transactional
    ProductResponse update(UUID id, String ifMatch, MergePatch patch) {
        var product = find(id);
        IfMatch.refuseStale(ifMatch, "\"" + product.version + "\"");
        var changed = patch.applyTo(ProductRequest.of(product), ProductRequest.class);
        places.refuseUnknown(changed.place(), "/place");
        refuseSecond(changed, id);
        product.change(changed);
        return response(product);
    }

    @Transactional
    ProductResponse publish(UUID id) {
        var product = find(id);
        catalogue.put(product.publish(own.now(), own.subject()));
        return response(product);
    }

    @Transactional
    ProductResponse withdraw(UUID id) {
        var product = find(id);
        product.withdraw();
        catalogue.remove(CatalogueKind.PRODUCT, id);
        return response(product);
    }

    /** Those that pass the filter and that the caller may see. */
    @Transactional
    public Page<ProductResponse> page(Filter filter, PageRequest request) {
        var page = products.page(own.narrow(filter), request);
        var counted = uses.of(page.items());
        return page.map(product -> ProductResponse.from(
                product, counted.getOrDefault(product.id, List.of()), PublicationSteps.allowed(product.status, own)));
    }

    @Transactional
    ProductResponse get(UUID id) {
        return response(find(id));
    }

    @Transactional
    ProductUseResponse count(UUID id, ProductUseRequest request) {
        var product = products.lock(id).orElseThrow(ProblemException::notFound);
        uses.of(product.id).stream()
                .filter(known -> known.period().overlaps(request.period()))
                .findFirst()
                .ifPresent(known -> {
                    throw ProblemException.alreadyExists(
                            "Use was counted for days of this period: "
                                    + known.period().code() + ".",
                            ProductResource.PATH + "/" + id + "/uses");
                });
        var now = own.now();
        var use = new ProductUse(Ids.next(now), id, request, now, own.subject());
        uses.persistAndFlush(use);
        return ProductUseResponse.from(use);
    }

    @Transactional
    Page<ProductUseResponse> uses(UUID id, PageRequest request) {
        return uses.page(find(id).id, request).map(ProductUseResponse::from);
    }

    private Product find(UUID id) {
        var product = products.findByIdOptional(id).orElseThrow(ProblemException::notFound);
        own.refuseHidden(product.activity);
        return product;
    }

    // Flushed, so that the ETag is that of the version just made.
    private ProductResponse response(Product product) {
        products.flush();
        return ProductResponse.from(product, uses.of(product.id), PublicationSteps.allowed(product.status, own));
    }

    private void refuseSecond(ProductRequest request, UUID self) {
        products.findByReference(request.programme(), request.reference())
                .filter(existing -> !existing.id.equals(self))
                .ifPresent(existing -> {
                    throw ProblemException.alreadyExists(
                            "The programme has a product with this reference.",
                            ProductResource.PATH + "/" + existing.id);
                });
    }
}
