package org.chancery.paging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The conditions of a query, all of which hold, with their parameters. */
public final class Where {
    private final List<String> conditions = new ArrayList<>();
    private final List<String> implied = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /** A condition without parameters of its own. */
    public Where and(String condition) {
        conditions.add(condition);
        return this;
    }

    /** A condition on one parameter; arrays go with {@code = any(:name)}. */
    public Where and(String condition, String parameter, Object value) {
        conditions.add(condition);
        return with(parameter, value);
    }

    /**
     * A condition with {@code = any(:parameter)}. One value alone is compared with {@code =}: an index gives the rows of one value in
     * its order, of several not.
     */
    public Where any(String condition, String parameter, Object[] values) {
        return values.length == 1 ? and(condition.replace("= any(:" + parameter + ")", "= :" + parameter), parameter, values[0])
                : and(condition, parameter, values);
    }

    /** A condition that all rows meet anyhow: said only for the indexes. It has no parameters. */
    public Where implied(String condition) {
        implied.add(condition);
        return this;
    }

    public Where with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    /** Without what is implied. */
    String sql() {
        return conditions.isEmpty() ? "true" : String.join("\n   and ", conditions);
    }

    /** What is implied; empty for nothing. */
    String implied() {
        return String.join("\n   and ", implied);
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
