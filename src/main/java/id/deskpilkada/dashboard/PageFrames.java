package id.deskpilkada.dashboard;

import id.deskpilkada.election.PracticeMark;
import id.deskpilkada.incident.board.IncidentBoard;
import id.deskpilkada.notification.Inbox;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.CurrentActor;
import id.deskpilkada.platform.DeskSettings;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.region.Regions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/** Gives every rendered page its frame; answers without a view never pay for it. */
@Component
class PageFrames implements HandlerInterceptor {

    private final DeskSettings settings;
    private final Regions regions;
    private final Inbox inbox;
    private final IncidentBoard incidents;
    private final PracticeMark practice;
    private final Clock clock;
    private final boolean simulation;

    PageFrames(
            DeskSettings settings,
            Regions regions,
            Inbox inbox,
            IncidentBoard incidents,
            PracticeMark practice,
            Clock clock,
            Environment environment) {
        this.settings = settings;
        this.regions = regions;
        this.inbox = inbox;
        this.incidents = incidents;
        this.practice = practice;
        this.clock = clock;
        this.simulation = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null || !page.hasView() || isRedirect(page)) {
            return;
        }
        page.addObject("frame", frame(request, practice.of(page.getModel()).isPresent()));
    }

    /** @param practised whether the page is about a practice */
    PageFrame frame(HttpServletRequest request, boolean practised) {
        Optional<Actor> actor = CurrentActor.get();
        var language = Messages.locale().getLanguage();
        var other = "id".equals(language) ? "en" : "id";
        return new PageFrame(
                regions.installation().name(),
                actor.map(Actor::name).orElse(null),
                actor.map(person -> unlessAway(() -> inbox.unread(person.id()))).orElse(0),
                actor.map(person -> Navigation.of(
                                person, request.getRequestURI(), unlessAway(() -> incidents.open(person))))
                        .orElse(List.of()),
                settings.helpdeskNumber(),
                regions.zoneName(),
                simulation,
                practised,
                actor.filter(person -> inField(person, request.getRequestURI())).isPresent(),
                language,
                other,
                inLanguage(request, other),
                clock.instant(),
                regions.zone().getId());
    }

    private static boolean inField(Actor person, String path) {
        return path.startsWith("/lapangan")
                && !path.startsWith("/lapangan/kejadian")
                && person.may(Permission.REPORT_INCIDENTS);
    }

    /** A page that says what is wrong with the database must not fail for its sake again. */
    private static int unlessAway(IntSupplier count) {
        try {
            return count.getAsInt();
        } catch (DataAccessException | TransactionException away) {
            return 0;
        }
    }

    private static boolean isRedirect(ModelAndView page) {
        var name = page.getViewName();
        return name != null && name.startsWith(UrlBasedViewResolver.REDIRECT_URL_PREFIX);
    }

    private static String inLanguage(HttpServletRequest request, String language) {
        // Kept as it came: what is a question that we can answer is none that we can always take apart and put together
        // again.
        var rest = Stream.ofNullable(request.getQueryString())
                .flatMap(query -> Stream.of(query.split("&")))
                .filter(part -> !part.isEmpty() && !part.startsWith("lang="))
                .collect(Collectors.joining("&"));
        return request.getRequestURI() + "?" + (rest.isEmpty() ? "" : rest + "&") + "lang=" + language;
    }
}
