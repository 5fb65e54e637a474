package id.deskpilkada.platform.engine;

import java.beans.FeatureDescriptor;
import java.util.Arrays;
import java.util.Iterator;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotWritableException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.util.ClassUtils;

/**
 * What an expression can reach: the variables of its instance, and the methods that the beans of {@code *Process} classes declare. No other bean, no property of anything, no
 * method of {@link Object}, so no class. An expression
 * that belongs to no instance is a query's: only three are evaluated.
 */
final class ModelExpressions extends JuelExpressionManager {

    private final BeanFactory beans;

    ModelExpressions(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public Expression createExpression(String text) {
        return new JuelExpression(createValueExpression(text), this, text) {
            @Override
            public Object getValue(@Nullable VariableScope instance, @Nullable BaseDelegateExecution execution) {
                if (instance == null) {
                    QueryExpressions.checkExpression(text);
                }
                return super.getValue(instance, execution);
            }
        };
    }

    @Override
    protected ELResolver createElResolver() {
        var resolver = new CompositeELResolver();
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new ProcessBeans(beans));
        return resolver;
    }

    private static final class ProcessBeans extends ELResolver {

        private static final String SUFFIX = "Process";
        private static final String OURS = "id.deskpilkada.";

        private final BeanFactory beans;
        private final ELResolver methods = new BeanELResolver(true);

        ProcessBeans(BeanFactory beans) {
            this.beans = beans;
        }

        @Override
        public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
            if (base == null && inAnInstance(context) && named(property)) {
                context.setPropertyResolved(true);
                return beans.getBean(property.toString());
            }
            return null;
        }

        private static boolean inAnInstance(ELContext context) {
            return context.getContext(VariableScope.class) != null;
        }

        private boolean named(Object property) {
            var name = property.toString();
            return name.endsWith(SUFFIX) && beans.containsBean(name) && isProcessBean(beans.getType(name));
        }

        private static boolean isProcessBean(@Nullable Class<?> type) {
            if (type == null) {
                return false;
            }
            var written = ClassUtils.getUserClass(type);
            return written.getName().startsWith(OURS) && written.getSimpleName().endsWith(SUFFIX);
        }

        @Override
        public @Nullable Object invoke(
                ELContext context,
                @Nullable Object base,
                Object method,
                Class<?> @Nullable [] types,
                Object @Nullable [] values) {
            if (base == null || !isProcessBean(base.getClass()) || !declares(base, method.toString())) {
                return null;
            }
            return methods.invoke(context, base, method, types, values);
        }

        private static boolean declares(Object base, String method) {
            return Arrays.stream(ClassUtils.getUserClass(base).getDeclaredMethods())
                    .anyMatch(declared -> declared.getName().equals(method));
        }

        @Override
        public @Nullable Class<?> getType(ELContext context, @Nullable Object base, Object property) {
            return null;
        }

        @Override
        public void setValue(ELContext context, @Nullable Object base, Object property, @Nullable Object value) {
            throw new PropertyNotWritableException(String.valueOf(property));
        }

        @Override
        public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
            return true;
        }

        @Override
        public @Nullable Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
            return null;
        }

        @Override
        public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
            return null;
        }
    }
}
