package nl.doorlichting.platform.jobs;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.scheduler.Trigger;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import nl.doorlichting.platform.problems.SqlFailures;
import org.jboss.logging.Logger;

/** Warns of a turn that has no connection, and when the next one is. Outside the transaction of a job that has one. */
@BackgroundJob
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
@IfBuildProperty(name = "doorlichting.database", stringValue = "true")
class BackgroundJobInterceptor {
    private static final Logger LOG = Logger.getLogger(BackgroundJob.class);

    private final Scheduler scheduler;

    BackgroundJobInterceptor(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @AroundInvoke
    Object run(InvocationContext turn) throws Exception {
        try {
            return turn.proceed();
        } catch (Exception failure) {
            if (!SqlFailures.isConnectionLost(failure)) {
                throw failure;
            }
            var job = turn.getMethod().getAnnotation(Scheduled.class).identity();
            LOG.warnf("Job %s has no connection to the database; it tries again at %s", job, next(job));
            return null;
        }
    }

    private Object next(String job) {
        Trigger trigger = scheduler.isStarted() ? scheduler.getScheduledJob(job) : null;
        return trigger == null ? "its next turn" : trigger.getNextFireTime();
    }
}
