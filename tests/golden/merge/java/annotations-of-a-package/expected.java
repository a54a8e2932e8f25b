/** What is kept. */
@NonNullApi
@NonNullFields
@Internal
package org.example.store;
