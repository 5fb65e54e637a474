package id.deskpilkada.platform.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.engine.LostRace;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Finishes tasks, once: the same answer of the same person again succeeds without effect. */
@Service
class TaskCompletions {

    private final WorkTasks work;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ObjectMapper canonical;
    private final Map<String, TaskAction> actions = new HashMap<>();

    TaskCompletions(
            WorkTasks work,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ObjectMapper json,
            List<TaskAction> actions) {
        this.work = work;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.canonical = json.copy().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
        actions.forEach(action -> action.tasks().forEach(task -> this.actions.put(task, action)));
    }

    void complete(String id, JsonNode data, Actor actor) {
        var digest = digest(data);
        try {
            LostRace.again(() -> {
                if (!alreadyDone(id, digest, actor)) {
                    transaction.executeWithoutResult(status -> finish(id, data, digest, actor));
                }
            });
        } catch (RuntimeException failure) {
            throw LostRace.is(failure) ? Problem.conflict("TASK_TAKEN") : failure;
        }
    }

    private void finish(String id, JsonNode data, byte[] digest, Actor actor) {
        var task = work.take(id, actor);
        var action = actions.get(task.key());
        if (action == null) {
            work.complete(task);
        } else {
            action.complete(task, data, actor);
        }
        jdbc.sql("INSERT INTO task_completion (task_id, staff_id, digest) VALUES (?, ?, ?)")
                .params(id, actor.id(), digest)
                .update();
    }

    private boolean alreadyDone(String id, byte[] digest, Actor actor) {
        var done = jdbc.sql("SELECT staff_id, digest FROM task_completion WHERE task_id = ?")
                .param(id)
                .query((row, n) ->
                        row.getLong("staff_id") == actor.id() && MessageDigest.isEqual(row.getBytes("digest"), digest))
                .optional();
        if (done.isPresent() && !done.get() && work.finishedInScope(id, actor)) {
            throw Problem.of(HttpStatus.GONE, "TASK_FINISHED");
        }
        return done.orElse(false);
    }

    private byte[] digest(JsonNode data) {
        try {
            var sorted = canonical.writeValueAsBytes(canonical.treeToValue(data, Object.class));
            return MessageDigest.getInstance("SHA-256").digest(sorted);
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
