package id.deskpilkada.notification.broadcast;

import id.deskpilkada.notification.broadcast.BroadcastReaders.Reader;
import id.deskpilkada.notification.broadcast.BroadcastReaders.Sent;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Page;
import id.deskpilkada.region.Regions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Broadcasts by program; roles desk and supervisor, inside their area. */
@RestController
@RequestMapping("/api/broadcasts")
@Tag(name = "broadcasts")
class BroadcastController {

    private final Broadcasts broadcasts;
    private final BroadcastReaders readers;
    private final Regions regions;

    BroadcastController(Broadcasts broadcasts, BroadcastReaders readers, Regions regions) {
        this.broadcasts = broadcasts;
        this.readers = readers;
        this.regions = regions;
    }

    /**
     * @param id made by the caller: the same again is sent once
     * @param area region code; absent: the whole installation
     */
    record Request(
            @Nullable UUID id,
            @Nullable String area,
            @Nullable List<String> roles,
            @Nullable String title,
            @Nullable String text,
            boolean urgent) {

        BroadcastDraft draft(String everywhere) {
            return new BroadcastDraft(
                    Objects.requireNonNullElse(area, everywhere),
                    Objects.requireNonNullElse(roles, List.<String>of()),
                    Objects.requireNonNullElse(title, ""),
                    Objects.requireNonNullElse(text, ""),
                    urgent);
        }
    }

    /** @param id null on a dry run */
    record Answer(@Nullable UUID id, int recipients) {}

    @Operation(summary = "Send a message to everybody with one of the roles in an area; dryRun only counts them")
    @PostMapping
    ResponseEntity<Answer> send(
            @RequestBody Request request, @RequestParam(defaultValue = "false") boolean dryRun, Actor actor) {
        var draft = request.draft(regions.installation().code()).checked();
        regions.require(draft.area());
        if (dryRun) {
            return ResponseEntity.ok(new Answer(null, broadcasts.recipients(actor, draft)));
        }
        var id = Objects.requireNonNullElseGet(request.id(), UUID::randomUUID);
        return ResponseEntity.status(HttpStatus.CREATED).body(new Answer(id, broadcasts.send(actor, id, draft)));
    }

    @Operation(summary = "Broadcasts inside one's area with how many have read them, newest first")
    @GetMapping
    Page<Sent> all(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size, Actor actor) {
        return readers.all(actor, Page.window(page, size));
    }

    @GetMapping("/{id}")
    Sent one(@PathVariable UUID id, Actor actor) {
        return readers.one(actor, id);
    }

    @Operation(summary = "Who has read it, or has not, by name")
    @GetMapping("/{id}/recipients")
    Page<Reader> readers(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean read,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Actor actor) {
        return readers.readers(actor, id, read, Page.window(page, size));
    }
}
