package id.deskpilkada.walk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The pages of the running application, each with its address filled in and somebody who may open it: a page that a later feature adds is found by itself. */
final class OwnPages {

    static final String NOBODY = "nobody";

    /** Who is asked first; the others only open what nobody before them may. */
    private static final List<String> ORDER =
            List.of("desk", "village-admin", "camat", "district-admin", "health", "agency-bpbd", "leader");

    /** What shows nothing by itself, each with its reason. */
    private static final Map<String, String> NONE = Map.of(
            "/public/tanda-terima/{token}", "the link in a mail is known to its recipient only",
            "/desk/laporan-masuk/{report}", "a regency has no installation below",
            "/desk/wall", "a wall shows itself by a key of its own",
            "/desk/wall/bagian", "a part of the wall",
            "/mulai", "leads on to where the reader's work waits",
            "/desk/sinyal", "an old address that leads on to the board",
            "/lapangan/ambulans", "an old address that leads on to the report");

    /** @param role who opens it, or {@link #NOBODY} */
    record OwnPage(String role, String pattern, String address, String source) {}

    private final List<Endpoint> endpoints;
    private final Map<String, Caller> callers = new LinkedHashMap<>();
    private final Map<String, Walker> walkers = new LinkedHashMap<>();
    private final Sides sides;
    private final Map<Walker, Side> known = new LinkedHashMap<>();
    private final List<String> closed = new ArrayList<>();

    OwnPages(Collection<RequestMappingHandlerMapping> mappings, List<Walker> walkers, Sides sides, int port) {
        var views = views(mappings);
        this.endpoints = Endpoint.of(mappings).stream()
                .filter(endpoint -> endpoint.method().equals("GET") && views.contains(endpoint.pattern()))
                .map(one -> new Endpoint(one.method(), one.pattern(), one.required(), List.of(), one.endless()))
                .distinct()
                .toList();
        this.sides = sides;
        ORDER.forEach(role -> walkers.stream()
                .filter(walker -> walker.role().equals(role))
                .forEach(walker -> this.walkers.put(role, walker)));
        walkers.forEach(walker -> this.walkers.putIfAbsent(walker.role(), walker));
        callers.put(NOBODY, Caller.nobody(port));
        this.walkers.forEach((role, walker) -> callers.put(role, Caller.signedIn(port, walker.username())));
    }

    private static Set<String> views(Collection<RequestMappingHandlerMapping> mappings) {
        var views = new LinkedHashSet<String>();
        mappings.forEach(mapping -> mapping.getHandlerMethods().forEach((info, method) -> {
            var methods = info.getMethodsCondition().getMethods();
            if (isView(method) && (methods.isEmpty() || methods.contains(RequestMethod.GET))) {
                views.addAll(info.getPatternValues());
            }
        }));
        return views;
    }

    private static boolean isView(HandlerMethod method) {
        return !AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ResponseBody.class)
                && !method.hasMethodAnnotation(ResponseBody.class)
                && !ResponseEntity.class.isAssignableFrom(method.getReturnType().getParameterType())
                && method.getBeanType().getPackageName().startsWith("id.deskpilkada");
    }

    /** Every page that somebody may open, in an order that signs each person in once. */
    List<OwnPage> all() {
        var pages = new TreeMap<String, OwnPage>();
        for (var endpoint : endpoints) {
            if (!NONE.containsKey(endpoint.pattern())) {
                var page = opened(endpoint);
                if (page == null) {
                    closed.add(endpoint.pattern());
                } else if (page.source().contains("<html")) {
                    pages.put(page.role() + " " + page.pattern(), page);
                }
            }
        }
        return List.copyOf(pages.values());
    }

    /** Addresses that nobody of the walk gets a page from. */
    List<String> closed() {
        return List.copyOf(closed);
    }

    private @Nullable OwnPage opened(Endpoint endpoint) {
        for (var caller : callers.entrySet()) {
            var walker = walkers.getOrDefault(caller.getKey(), walkers.get("desk"));
            var address =
                    endpoint.address(Samples.fillings(endpoint, side(walker)).get(0));
            var answer = caller.getValue().get(address);
            if (answer.status() == 200) {
                return new OwnPage(caller.getKey(), endpoint.pattern(), address, answer.text());
            }
        }
        return null;
    }

    /** The same page for whoever reads English. */
    String english(OwnPage page) {
        var address = page.address() + (page.address().contains("?") ? "&" : "?") + "lang=en";
        return Objects.requireNonNull(callers.get(page.role())).get(address).text();
    }

    private Side side(Walker walker) {
        return known.computeIfAbsent(walker, sides::kramatwatu);
    }
}
