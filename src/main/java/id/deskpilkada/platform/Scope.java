package id.deskpilkada.platform;

import java.sql.Connection;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which territory the running transaction may touch: that of the signed-in person, unless the code says otherwise here. The database enforces it on every table under policy
 * ({@code docs/adr/0014}); a thread without a person and without a scope of its own sees none of their rows. May be entered before a transaction or inside one.
 */
public final class Scope {

    /** Names the territory of its transaction; its parameters are {@link #settings}. For a statement that is a transaction of its own. */
    public static final String SETTING = "SELECT set_config('desk.scope', ?, true), set_config('desk.person', ?, true)";

    private static final int DISTRICT = 6;
    private static final String EVERYTHING = "system";
    private static final ThreadLocal<@Nullable Scope> CHOSEN = new ThreadLocal<>();

    private final Set<String> areas;
    private final @Nullable String work;

    private Scope(Set<String> areas, @Nullable String work) {
        this.areas = areas;
        this.work = work;
    }

    /** Runs work of the application itself, or a look-up that must not depend on the caller's territory, over all districts. @param work names it, e.g. {@code dispatcher} */
    public static <T extends @Nullable Object> T system(String work, Supplier<T> body) {
        return within(new Scope(Set.of(EVERYTHING), work), body);
    }

    public static void system(String work, Runnable body) {
        system(work, nothing(body));
    }

    /** Runs with the caller's territory and the districts of the given codes: for a service that has just authorised a reach beyond the person's own districts. */
    public static <T extends @Nullable Object> T widened(Collection<String> codes, Supplier<T> body) {
        var now = current();
        Set<String> areas = new LinkedHashSet<>(now.areas);
        codes.forEach(code -> areas.add(district(code)));
        return areas.size() == now.areas.size() || now.isEverything()
                ? body.get()
                : within(new Scope(areas, now.work), body);
    }

    public static void widened(Collection<String> codes, Runnable body) {
        widened(codes, nothing(body));
    }

    /** The name of the running work when it is the application's own, not a person's. */
    public static Optional<String> work() {
        return Optional.ofNullable(current().work);
    }

    /** The parameters of {@link #SETTING} for this thread. */
    public static Object[] settings() {
        return new Object[] {current().setting(), ScopeSetting.person()};
    }

    /** Writes the scope of this thread into a transaction that has just begun. */
    static void write(Connection connection) {
        ScopeSetting.write(connection, current().setting());
    }

    /** Digits of the districts, or of the wider regions, that are open; as the policies read it. */
    private String setting() {
        return String.join(",", areas);
    }

    private boolean isEverything() {
        return areas.contains(EVERYTHING);
    }

    private static Scope current() {
        var chosen = CHOSEN.get();
        return chosen != null ? chosen : CurrentActor.get().map(Scope::of).orElseGet(() -> new Scope(Set.of(), null));
    }

    private static Scope of(Actor actor) {
        Set<String> areas = new TreeSet<>();
        actor.grants().forEach(grant -> areas.add(district(grant.area())));
        return new Scope(areas, null);
    }

    private static String district(String code) {
        var digits = Area.digits(code);
        return digits.substring(0, Math.min(DISTRICT, digits.length()));
    }

    private static <T extends @Nullable Object> T within(Scope scope, Supplier<T> body) {
        var before = CHOSEN.get();
        var setting = current().setting();
        CHOSEN.set(scope);
        try {
            return setting.equals(scope.setting()) ? body.get() : ScopeSetting.changed(scope.setting(), setting, body);
        } finally {
            if (before == null) {
                CHOSEN.remove();
            } else {
                CHOSEN.set(before);
            }
        }
    }

    private static Supplier<@Nullable Void> nothing(Runnable body) {
        return () -> {
            body.run();
            return null;
        };
    }

    @Override
    public String toString() {
        return work == null ? List.copyOf(areas).toString() : work;
    }
}
