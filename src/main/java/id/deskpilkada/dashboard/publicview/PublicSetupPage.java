package id.deskpilkada.dashboard.publicview;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.region.Regions;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page {@code /setup/publik}: what everybody may see, with a look at it beforehand, and a button that ends it. */
@Controller
class PublicSetupPage {

    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final PublicViews views;
    private final PublicFiles files;
    private final PublicWatch watch;
    private final EditionReader reader;
    private final PageRenderer renderer;
    private final PublicPolicy policy;
    private final Regions regions;
    private final Messages messages;
    private final Audit audit;
    private final Clock clock;

    PublicSetupPage(
            PublicViews views,
            PublicFiles files,
            PublicWatch watch,
            EditionReader reader,
            PageRenderer renderer,
            PublicPolicy policy,
            Regions regions,
            Messages messages,
            Audit audit,
            Clock clock) {
        this.views = views;
        this.files = files;
        this.watch = watch;
        this.reader = reader;
        this.renderer = renderer;
        this.policy = policy;
        this.regions = regions;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    @ModelAttribute
    PublicViewDraft draft(
            @RequestParam(required = false) @Nullable String mode,
            @RequestParam(required = false) @Nullable String depth,
            @RequestParam(required = false) @Nullable String votesNotBefore,
            @RequestParam(required = false) @Nullable String decidedBy,
            @RequestParam(required = false) @Nullable String office,
            @RequestParam(required = false) @Nullable String letter) {
        return new PublicViewDraft(mode, depth, zoned(votesNotBefore), decidedBy, office, letter);
    }

    @GetMapping("/setup/publik")
    String show(Actor actor, @RequestParam(required = false) @Nullable String saved, Model model) {
        actor.require(Permission.SET_PUBLIC_VIEW);
        model.addAttribute("saved", saved);
        return shown(model, draft(views.now()));
    }

    @PostMapping("/setup/publik")
    String save(
            Actor actor,
            @ModelAttribute(binding = false) PublicViewDraft draft,
            Model model,
            HttpServletResponse response) {
        actor.require(Permission.SET_PUBLIC_VIEW);
        try {
            views.change(draft, actor);
        } catch (Problem refusal) {
            response.setStatus(refusal.status().value());
            model.addAttribute("refused", messages.problem(refusal.code(), refusal.arguments()));
            model.addAttribute(
                    "faults", refusal.errors().stream().map(messages::problem).toList());
            return shown(model, draft);
        }
        watch.look();
        return "redirect:/setup/publik?saved=" + views.now().mode();
    }

    @PostMapping("/setup/publik/mati")
    String off(Actor actor) {
        views.switchOff(actor);
        watch.look();
        return "redirect:/setup/publik?saved=" + PublicMode.OFF;
    }

    /**
     * The first page as it would be, shown to the asking person only; without a choice as it is now.
     *
     * @throws Problem 422 {@code PUBLIC_VIEW_INCOMPLETE}, {@code PUBLIC_VIEW_OFF} when there would be nothing to see
     */
    @GetMapping("/setup/publik/pratinjau")
    ResponseEntity<byte[]> preview(Actor actor, @ModelAttribute(binding = false) PublicViewDraft draft) {
        actor.require(Permission.SET_PUBLIC_VIEW);
        var view = views.checked(undecided(draft));
        if (!view.mode().on()) {
            throw Problem.unprocessable("PUBLIC_VIEW_OFF");
        }
        var edition = reader.read(view, clock.instant());
        var page = renderer.page(PublicPages.of(edition).get(0), edition.root(), Messages.locale(), true);
        audit.record(
                "public-view.previewed", null, null, Map.of("mode", view.mode().name()));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(EditionFiles.HTML))
                .header("Content-Security-Policy", policy.header())
                .header("Cache-Control", "no-store")
                .body(page);
    }

    /** Nobody has to have decided anything to have a look. */
    private PublicViewDraft undecided(PublicViewDraft draft) {
        var now = views.now().mode();
        var mode = draft.mode() != null ? draft.mode() : (now.on() ? now : PublicMode.PROGRESS).name();
        return new PublicViewDraft(mode, draft.depth(), draft.votesNotBefore(), "-", "-", "-");
    }

    private String shown(Model model, PublicViewDraft draft) {
        model.addAttribute("draft", draft);
        model.addAttribute("notBefore", field(draft.votesNotBefore()));
        model.addAttribute("view", views.now());
        model.addAttribute("modes", PublicMode.values());
        model.addAttribute("depths", PublicDepth.values());
        model.addAttribute("zone", regions.zoneName());
        model.addAttribute("files", files.all().size());
        return "setup-publik";
    }

    private static PublicViewDraft draft(PublicView view) {
        var decision = view.decision();
        var moment = view.votesNotBefore();
        return new PublicViewDraft(
                view.mode().name(),
                view.depth().name(),
                moment == null ? null : moment.toString(),
                decision == null ? null : decision.name(),
                decision == null ? null : decision.office(),
                decision == null ? null : decision.letter());
    }

    /** A browser's field knows no zones: what is typed there is the regency's time. */
    private @Nullable String zoned(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(typed.strip())
                    .atZone(regions.zone())
                    .toOffsetDateTime()
                    .toString();
        } catch (DateTimeParseException e) {
            return typed;
        }
    }

    private String field(@Nullable String moment) {
        if (moment == null) {
            return "";
        }
        try {
            return FIELD.format(OffsetDateTime.parse(moment).atZoneSameInstant(regions.zone()));
        } catch (DateTimeParseException e) {
            return moment;
        }
    }
}
