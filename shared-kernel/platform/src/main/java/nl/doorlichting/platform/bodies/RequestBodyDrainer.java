package nl.doorlichting.platform.bodies;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.AttributeKey;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import nl.doorlichting.platform.problems.ProblemWriter;

/**
 * Discards the rest of a rejected body while the client still sends it. Part of it is read and dropped, because a
 * client that still writes sees an immediate close as a network failure and never reads the answer. The connection
 * ends with this answer, because what follows on it cannot be read as a request.
 */
@ApplicationScoped
public class RequestBodyDrainer {
    /** The longest time from the answer to the end of the connection. */
    private static final long PATIENCE_MILLIS = 900;
    /** The most bytes that are dropped. A client that has sent so much without reading will not read. */
    private static final long MOST_BYTES = 8L << 20;

    private static final AttributeKey<Boolean> LAST_REQUEST =
            AttributeKey.valueOf(RequestBodyDrainer.class, "lastRequest");

    /** Requests that the client sent together with the rejected one are already decoded; they must not be handled. */
    void register(@Observes @Priority(1) Router router) {
        register(router, PATIENCE_MILLIS);
    }

    static void register(Router router, long patienceMillis) {
        router.route().order(ProblemWriter.BEFORE_EVERYTHING).handler(context -> {
            if (!channel(context.request()).hasAttr(LAST_REQUEST)) {
                // On the event loop, where the body arrives. A worker that asks for the rest at the same moment as
                // it arrives may leave the request paused for ever, and then what follows on its connection would
                // be closed with it.
                context.addEndHandler(sent -> channel(context.request())
                        .eventLoop()
                        .execute(() -> boundRest(context.request(), patienceMillis)));
                context.next();
            }
        });
    }

    /**
     * A response can come before the end of any body, such as 401. The server then reads on, but not for ever. A request that
     * nothing reads, such as any GET, ends here.
     */
    private static void boundRest(HttpServerRequest request, long patienceMillis) {
        var channel = channel(request);
        if (request.isEnded() || channel.hasAttr(LAST_REQUEST)) {
            return;
        }
        var late = channel.eventLoop().schedule(() -> channel.close(), patienceMillis, TimeUnit.MILLISECONDS);
        // Or each request would stay in memory for so long, and the collector would move it among old objects.
        request.end().onComplete(ended -> late.cancel(false));
        var dropped = new AtomicLong();
        request.handler(part -> {
            if (dropped.addAndGet(part.length()) > MOST_BYTES) {
                channel.close();
            }
        });
        request.resume();
    }

    /** Call this before the answer is sent. The connection ends with the answer. */
    public static void discard(RoutingContext context) {
        if (channel(context.request()).attr(LAST_REQUEST).getAndSet(true) != null) {
            return;
        }
        context.response().putHeader("Connection", "close");
        context.addEndHandler(sent -> discardRest(context.request(), context.vertx()));
    }

    private static void discardRest(HttpServerRequest request, Vertx vertx) {
        var channel = channel(request);
        if (request.isEnded()) {
            closeAfterAnswer(channel);
            return;
        }
        endAnswer(channel);
        vertx.setTimer(PATIENCE_MILLIS, late -> channel.close());
        request.endHandler(all -> closeAfterAnswer(channel));
        var discarded = new AtomicLong();
        request.handler(part -> {
            if (discarded.addAndGet(part.length()) > MOST_BYTES) {
                channel.config().setAutoRead(false);
            }
        });
        request.resume();
    }

    private static void closeAfterAnswer(Channel channel) {
        afterAnswer(channel, ChannelFutureListener.CLOSE);
    }

    /** Ends the output, so that a client that reads until the end has the whole answer. */
    private static void endAnswer(Channel channel) {
        afterAnswer(channel, flushed -> ((DuplexChannel) channel).shutdownOutput());
    }

    private static void afterAnswer(Channel channel, ChannelFutureListener listener) {
        channel.eventLoop()
                .execute(() -> channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(listener));
    }

    private static Channel channel(HttpServerRequest request) {
        return ((ConnectionBase) request.connection()).channel();
    }
}
