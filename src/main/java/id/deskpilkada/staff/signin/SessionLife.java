package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** How long people stay signed in: the field from some days before until the night of election day, the desk for a long shift, administrators briefly. */
@Component
@EnableConfigurationProperties(SessionLife.Settings.class)
class SessionLife {

    private final Settings settings;

    SessionLife(Settings settings) {
        this.settings = settings;
    }

    /**
     * @param field everybody who is not named below
     * @param desk whoever works in shifts
     * @param administrator whoever changes the installation or supervises all of it
     * @param administratorIdle after which an administrator's unused session ends; zero lets it be
     */
    @ConfigurationProperties("desk.sessions")
    record Settings(
            @DefaultValue("7d") Duration field,
            @DefaultValue("16h") Duration desk,
            @DefaultValue("8h") Duration administrator,
            @DefaultValue("30m") Duration administratorIdle) {}

    Duration of(Actor actor) {
        if (actor.may(Permission.SIGN_IN_BRIEFLY)) {
            return settings.administrator();
        }
        return actor.may(Permission.WORK_IN_SHIFTS) ? settings.desk() : settings.field();
    }

    /** Seconds of idleness that end a session of this person; null when none do. */
    @Nullable
    Integer idleSeconds(Actor actor) {
        var idle = settings.administratorIdle();
        return actor.may(Permission.SIGN_IN_BRIEFLY) && !idle.isZero() ? (int) idle.toSeconds() : null;
    }
}
