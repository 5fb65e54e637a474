package id.deskpilkada.staff.signin;

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

    CommonSecurity(Sessions sessions, SignInWay way) {
        this.sessions = sessions;
        this.way = way;
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
                .headers(AbstractHttpConfigurer::disable);
    }
}
