package id.deskpilkada.platform.web.guard;

import id.deskpilkada.platform.CurrentActor;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import java.util.List;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.header.HeaderWriterFilter;

/** The order in which the guards stand: headers around everything, then plain addresses only, size and rate by address; the rate by account after it is known who calls. */
@Configuration(proxyBeanMethods = false)
class GuardFilters {

    private static final int OUTERMOST = Ordered.HIGHEST_PRECEDENCE + 5;
    private static final int BEFORE_SIGN_IN = SecurityProperties.DEFAULT_FILTER_ORDER - 2;
    private static final int AFTER_SIGN_IN = SecurityProperties.DEFAULT_FILTER_ORDER + 1;

    @Bean
    FilterRegistrationBean<HeaderWriterFilter> headersOfEveryAnswer(ProtectiveHeaders headers) {
        return registered(new HeaderWriterFilter(List.of(headers)), OUTERMOST);
    }

    @Bean
    FilterRegistrationBean<PlainAddresses> plainAddresses() {
        return registered(new PlainAddresses(), BEFORE_SIGN_IN - 1);
    }

    @Bean
    FilterRegistrationBean<RateGuard> rateOfAnAddress(RequestRates rates) {
        return registered(
                new RateGuard((traffic, request) -> rates.countAddress(traffic, request.getRemoteAddr())),
                BEFORE_SIGN_IN);
    }

    @Bean
    FilterRegistrationBean<SizeGuard> sizeOfARequest(Limits limits) {
        return registered(new SizeGuard(limits), BEFORE_SIGN_IN + 1);
    }

    @Bean
    FilterRegistrationBean<RateGuard> rateOfAnAccount(RequestRates rates) {
        return registered(
                new RateGuard((traffic, request) ->
                        CurrentActor.get().flatMap(actor -> rates.countAccount(traffic, actor.id()))),
                AFTER_SIGN_IN);
    }

    private static <F extends Filter> FilterRegistrationBean<F> registered(F filter, int order) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        return registration;
    }
}
