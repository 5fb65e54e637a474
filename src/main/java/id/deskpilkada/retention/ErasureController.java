package id.deskpilkada.retention;

import id.deskpilkada.platform.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/erasures")
@Tag(name = "retention")
class ErasureController {

    private final Erasures erasures;

    ErasureController(Erasures erasures) {
        this.erasures = erasures;
    }

    record Listed(List<ErasureView> items) {}

    @Operation(summary = "Erasures asked for, the latest first; what was erased stays here as its tombstone")
    @GetMapping
    Listed all(Actor actor) {
        return new Listed(erasures.all(actor));
    }

    @Operation(summary = "Ask for the erasure of what a report says, of a photo, or of a person's data")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ErasureView request(@RequestBody ErasureWanted.Request wanted, Actor actor) {
        return erasures.request(wanted.checked(), actor);
    }

    @Operation(summary = "Erase: somebody else than who asked for it")
    @PostMapping("/{id}/approve")
    ErasureView approve(@PathVariable UUID id, Actor actor) {
        return erasures.settle(id, true, actor);
    }

    @PostMapping("/{id}/decline")
    ErasureView decline(@PathVariable UUID id, Actor actor) {
        return erasures.settle(id, false, actor);
    }
}
