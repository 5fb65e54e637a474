package id.deskpilkada.dashboard.publicview;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.region.Regions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The switch of the public view, for programs. */
@RestController
@RequestMapping("/api/public-view")
@Tag(name = "public-view")
class PublicViewController {

    private final PublicViews views;
    private final PublicFiles files;
    private final PublicWatch watch;
    private final Regions regions;

    PublicViewController(PublicViews views, PublicFiles files, PublicWatch watch, Regions regions) {
        this.views = views;
        this.files = files;
        this.watch = watch;
        this.regions = regions;
    }

    /**
     * @param votesNotBefore absent for 15.00 WIB on the day of voting
     * @param version of the files that this node hands out; {@code files} how many they are
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            PublicMode mode,
            PublicDepth depth,
            @Nullable OffsetDateTime votesNotBefore,
            @Nullable String decidedBy,
            @Nullable String office,
            @Nullable String letter,
            @Nullable OffsetDateTime changedAt,
            long version,
            int files) {}

    @Operation(summary = "What this installation shows to everybody, and who decided so")
    @GetMapping
    Answer now(Actor actor) {
        actor.require(Permission.SET_PUBLIC_VIEW);
        return answer(views.now());
    }

    /** @throws Problem 403, 422 {@code PUBLIC_VIEW_INCOMPLETE} */
    @Operation(summary = "Switch the public view; needs who decided it unless it is to be off")
    @PutMapping
    Answer change(@RequestBody PublicViewDraft draft, Actor actor) {
        var changed = views.change(draft, actor);
        watch.look();
        return answer(changed);
    }

    private Answer answer(PublicView view) {
        var decision = view.decision();
        return new Answer(
                view.mode(),
                view.depth(),
                local(view.votesNotBefore()),
                decision == null ? null : decision.name(),
                decision == null ? null : decision.office(),
                decision == null ? null : decision.letter(),
                local(view.changedAt()),
                files.version(),
                files.all().size());
    }

    private @Nullable OffsetDateTime local(@Nullable Instant at) {
        return at == null ? null : at.atZone(regions.zone()).toOffsetDateTime();
    }
}
