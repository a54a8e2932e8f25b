export const TABS = ["home", "about", "team", "jobs"] as const;

export const Tabs = () => <nav>{TABS.map(toTab)}</nav>;
