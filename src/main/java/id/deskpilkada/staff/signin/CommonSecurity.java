package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.audit.Audit;
import id.deskpilkada.platform.audit.AuditBound;
import id.deskpilkada.platform.audit.RefusedAccess;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.stereotype.Component;

/** What all filter chains share: who calls is found out at each request, and nothing is kept in an HTTP session, so that a restart or another node makes no difference. */
@Component
class CommonSecurity {

    private final Sessions sessions;
    private final SignInWay way;
    private final Audit audit;
    private final AuditBound refusals;

    CommonSecurity(Sessions sessions, SignInWay way, Audit audit, AuditBound refusals) {
        this.sessions = sessions;
        this.way = way;
        this.audit = audit;
        this.refusals = refusals;
    }

    /** The webapps keep their view of who is signed in in an HTTP session: were its id changed at every request, those that run side by side would lose it. */
    HttpSecurity on(HttpSecurity http) throws Exception {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                        .sessionFixation(fixation -> fixation.none()))
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(Customizer.withDefaults())
                .addFilterBefore(new SignInFilter(sessions, way), AnonymousAuthenticationFilter.class)
                .addFilterBefore(new RefusedAccess(audit, refusals), AnonymousAuthenticationFilter.class)
                .headers(AbstractHttpConfigurer::disable);
    }
}
