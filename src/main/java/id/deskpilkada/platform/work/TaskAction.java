package id.deskpilkada.platform.work;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.platform.Actor;
import java.util.Set;

/** What finishing a kind of task means. The feature that owns the task does its domain change and completes the engine's task, in the caller's transaction. */
public interface TaskAction {

    /** Keys of the tasks, as in the model, e.g. {@code rekey-c1}. */
    Set<String> tasks();

    /** @throws id.deskpilkada.platform.Problem 422 when the data cannot be read, 403 or 409 when the feature refuses */
    void complete(TaskInHand task, JsonNode data, Actor actor);
}
