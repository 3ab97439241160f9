package io.segmenta.engine.cohort;

/** What customers of a table of cohorts have in common beside the data. */
public enum CohortGroup {
    /** nothing: all customers */
    ALL("all"),
    /** where their first order went */
    COUNTRY("country"),
    /** on what they spent most on their first day */
    FIRST_PRODUCT("first_product");

    private final String key;

    CohortGroup(String key) {
        this.key = key;
    }

    /** Its word in files. */
    public String key() {
        return key;
    }
}
