package id.deskpilkada.platform;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.transaction.TransactionManagerCustomizers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/** The one transaction manager, shared by tables and engine: each transaction begins by telling the database its territory. */
@Configuration(proxyBeanMethods = false)
class ScopedTransactions {

    @Bean
    PlatformTransactionManager transactionManager(ObjectProvider<TransactionManagerCustomizers> customizers) {
        var manager = new JpaTransactionManager() {
            @Override
            public void afterPropertiesSet() {
                super.afterPropertiesSet();
                setJpaDialect(new ScopedBeginning());
            }
        };
        customizers.ifAvailable(found -> found.customize((PlatformTransactionManager) manager));
        return manager;
    }

    /** In the dialect and not after the beginning, because a failure here is still cleaned up as a failed beginning. */
    private static final class ScopedBeginning extends HibernateJpaDialect {

        @Override
        public @Nullable Object beginTransaction(EntityManager entityManager, TransactionDefinition definition)
                throws PersistenceException, SQLException {
            var data = super.beginTransaction(entityManager, definition);
            entityManager.unwrap(Session.class).doWork(Scope::write);
            return data;
        }
    }
}
