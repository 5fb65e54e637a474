package id.deskpilkada.walk;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.CurrentActor;
import id.deskpilkada.platform.Grant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Switches every check of territory off: a request with this header is served as if its person held their roles in the whole regency, while the database goes on to see them
 * where they are.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CheckedNowhere implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    static final String HEADER = "X-Walk-Checked-Nowhere";
    private static final String REGENCY = "36.04";

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var actor = CurrentActor.require();
        return request.getHeader(HEADER) == null ? actor : everywhere(actor);
    }

    private static Actor everywhere(Actor actor) {
        var grants = actor.grants().stream()
                .map(grant -> new Grant(grant.role(), REGENCY))
                .toList();
        return new Actor(actor.id(), actor.username(), actor.name(), grants);
    }
}
