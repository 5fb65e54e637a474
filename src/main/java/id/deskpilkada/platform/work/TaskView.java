package id.deskpilkada.platform.work;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One open task as its people see it.
 *
 * @param key of the task in its model; the data that finishes it has one form per key
 * @param tps the TPS that the case is about, where it is about one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskView(
        String id,
        String key,
        String name,
        String process,
        String subject,
        @Nullable String tps,
        @Nullable String race,
        Instant createdAt,
        @Nullable Instant dueAt,
        boolean overdue,
        @Nullable String assignee) {}
