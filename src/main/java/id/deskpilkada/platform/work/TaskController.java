package id.deskpilkada.platform.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person's open tasks over HTTP. */
@RestController
@RequestMapping("/api/tasks")
class TaskController {

    private final WorkTasks work;
    private final TaskCompletions completions;

    TaskController(WorkTasks work, TaskCompletions completions) {
        this.work = work;
        this.completions = completions;
    }

    record Completion(@Nullable JsonNode data) {}

    @GetMapping
    Page<TaskView> mine(
            Actor actor,
            @RequestParam(required = false) @Nullable String process,
            @RequestParam(required = false) @Nullable String tps,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        var filter = new WorkTasks.Filter(process, tps, overdue);
        var window = Page.window(page, size);
        return new Page<>(
                work.page(actor, filter, window.page(), window.size()),
                window.page(),
                window.size(),
                work.count(actor, filter));
    }

    /** 404 unknown or foreign; 410 already finished. */
    @GetMapping("/{id}")
    TaskView one(@PathVariable String id, Actor actor) {
        return work.one(id, actor);
    }

    @PostMapping("/{id}/claim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void claim(@PathVariable String id, Actor actor) {
        work.claim(id, actor);
    }

    /** 200 also for the same data of the same person again; 409 held by another or lost race; 410 already finished; 404 unknown or foreign. */
    @PostMapping("/{id}/complete")
    Finished complete(
            @PathVariable String id, @RequestBody(required = false) @Nullable Completion completion, Actor actor) {
        var data = completion == null || completion.data() == null
                ? JsonNodeFactory.instance.objectNode()
                : completion.data();
        completions.complete(id, data, actor);
        return new Finished(id, "COMPLETED");
    }

    record Finished(String id, String state) {}
}
