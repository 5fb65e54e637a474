package id.deskpilkada.staff.signin;

import id.deskpilkada.platform.NamedCache;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What signing in remembers for longer than other look-ups. */
@Configuration(proxyBeanMethods = false)
class SignInCaches {

    @Bean
    NamedCache guessCache() {
        return new NamedCache(GuessLimit.CACHE, GuessLimit.REFILL.multipliedBy(2), 50_000);
    }

    @Bean
    NamedCache basicPasswordCache() {
        return new NamedCache(BasicPasswords.CACHE, BasicPasswords.KNOWN_FOR, 10_000);
    }
}
