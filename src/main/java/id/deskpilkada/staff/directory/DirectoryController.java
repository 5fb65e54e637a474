package id.deskpilkada.staff.directory;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Area;
import id.deskpilkada.platform.Page;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.staff.directory.DirectorySearch.Question;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The directory by program, inside one's own area. */
@RestController
@RequestMapping("/api")
@Tag(name = "directory")
class DirectoryController {

    private final DirectorySearch directory;
    private final DirectoryDesk desk;
    private final Agencies agencies;

    DirectoryController(DirectorySearch directory, DirectoryDesk desk, Agencies agencies) {
        this.directory = directory;
        this.desk = desk;
        this.agencies = agencies;
    }

    /**
     * @param region code of the region or TPS
     * @param numbers what a confirmation names
     * @param call address that dials; null until confirmed
     */
    record ContactAnswer(
            long id,
            String kind,
            String kindName,
            String name,
            @Nullable String position,
            String region,
            String place,
            @Nullable String phone,
            @Nullable String call,
            @Nullable String chat,
            @Nullable String note,
            boolean confirmed,
            @Nullable OffsetDateTime confirmedAt,
            @Nullable String confirmedBy,
            @Nullable String numbers) {

        static ContactAnswer of(DirectoryEntry entry) {
            var contact = entry.contact();
            return new ContactAnswer(
                    contact.id(),
                    contact.kind(),
                    entry.kindName(),
                    contact.name(),
                    contact.position(),
                    contact.area().length() > 10 ? contact.area() : Area.dotted(contact.area()),
                    entry.place(),
                    entry.number(),
                    entry.dial(),
                    entry.chat(),
                    contact.note(),
                    contact.confirmed(),
                    contact.confirmedAt(),
                    contact.confirmedBy(),
                    entry.mayConfirm() ? entry.numbers() : null);
        }
    }

    record Confirmation(@Nullable String numbers, @Nullable Boolean confirmed) {}

    @Operation(summary = "Contacts of one's area and the offices above it")
    @GetMapping("/contacts")
    Page<ContactAnswer> contacts(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String region,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            Actor actor) {
        var found = directory.search(actor, new Question(q, region, kind), Page.window(page, size));
        return new Page<>(
                found.items().stream().map(ContactAnswer::of).toList(), found.page(), found.size(), found.total());
    }

    @Operation(summary = "Say that the numbers of a contact were tried and answer, or that they no longer do")
    @PostMapping("/contacts/{id}/confirmation")
    ContactAnswer confirm(@PathVariable long id, @RequestBody Confirmation told, Actor actor) {
        var numbers = told.numbers() == null ? "" : told.numbers();
        return ContactAnswer.of(desk.confirm(actor, id, numbers, !Boolean.FALSE.equals(told.confirmed())));
    }

    @Operation(summary = "The offices that serve a region, the nearest of each kind")
    @GetMapping("/agencies")
    List<Agency> agencies(@RequestParam(required = false) @Nullable String region, Actor actor) {
        actor.require(Permission.READ_DIRECTORY);
        var areas = Actor.widest(actor.areas(Permission.READ_DIRECTORY));
        var about = region == null || region.isBlank() ? areas.get(0) : Area.digits(region.strip());
        actor.require(Permission.READ_DIRECTORY, about);
        return agencies.shown(about).stream()
                .map(agency -> new Agency(
                        agency.code(),
                        agency.name(),
                        Area.dotted(agency.area()),
                        agency.channels(),
                        agency.confirmed()))
                .toList();
    }
}
